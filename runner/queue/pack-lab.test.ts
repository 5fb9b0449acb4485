import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { loadLab } from "../spec/load-lab.ts";
import { packLab, unpackLab } from "./pack-lab.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "pack-lab-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it("takes along what lies beside a lab's own programs, and the lists of its libraries", async () => {
  const read = await loadLab("specs/hello/lab.yaml");
  if (!("value" in read)) throw new Error("the lab hello is faulty");
  await mkdir(join(folder, "here/libraries"), { recursive: true });
  await mkdir(join(folder, "here/tools"), { recursive: true });
  await writeFile(join(folder, "here/libraries/requirements.txt"), "six\n");
  await writeFile(join(folder, "here/tools/clock.py"), "import words\n");
  await writeFile(join(folder, "here/tools/words.py"), "");
  const lab = {
    ...read.value,
    helpers: { clock: { kind: "server" as const, file: join(folder, "here/tools/clock.py") } },
    setup: { python: join(folder, "here/libraries") },
  };
  const packed = await packLab(lab);
  await rm(join(folder, "here"), { recursive: true });

  const there = await unpackLab(packed, join(folder, "there"));
  const paths = ({ programs, helpers, setup }: typeof there) => [
    ...Object.values(programs).map(({ reference = "" }) => reference),
    ...Object.values(helpers ?? {}).map(({ file }) => file),
    join(setup?.python ?? "", "requirements.txt"),
  ];
  const { programs: _, helpers: __, setup: ___, ...rest } = lab;
  expect(there).toMatchObject(rest);
  const found = paths(there);
  expect(found.every((path) => path.startsWith(join(folder, "there")))).toBe(true);
  expect(await readFile(found[0] as string)).toEqual(await readFile(paths(lab)[0] as string));
  expect(await readFile(join(found.at(-2) as string, "../words.py"), "utf8")).toBe("");
  expect(await readFile(found.at(-1) as string, "utf8")).toBe("six\n");
});
