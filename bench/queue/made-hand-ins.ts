import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Hand-ins on disk, and the points that each of them must get. */
export interface MadeHandIns {
  folder: string;
  /** Points by name; null for one that cannot be opened. */
  expected: ReadonlyMap<string, number | null>;
}

/** Programs that are quick to grade, and their points in the lab of made classes. */
const programs = { "correct-plain": 10, "upper-cases": 4, "exits-at-once": 0, "prefix-echo": 4 };

/** Makes `count` different hand-ins; one in `every` is a program, the others are damaged archives. */
export async function makeHandIns(
  folder: string,
  { size, every }: { size: number; every: number },
): Promise<MadeHandIns> {
  const sources = await Promise.all(
    Object.entries(programs).map(async ([name, points]) => ({
      points,
      text: await readFile(`fixtures/tcp-echo-once/${name}/server.py`, "utf8"),
    })),
  );
  const expected = new Map<string, number | null>();
  await mkdir(folder, { recursive: true });
  for (let index = 0; index < size; index += 1) {
    const name = `student-${String(index).padStart(6, "0")}`;
    const { points, text } = sources[Math.floor(index / every) % sources.length] as (typeof sources)[number];
    const isProgram = index % every === 0;
    expected.set(name, isProgram ? points : null);
    if (isProgram) {
      await mkdir(join(folder, name));
      await writeFile(join(folder, name, "server.py"), `${text}\n# ${name}\n`);
    } else await writeFile(join(folder, `${name}.zip`), `PK\x03\x04 ${name}`);
  }
  return { folder, expected };
}
