import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { evenly } from "./evenly.ts";
import { withScratch } from "./with-scratch.ts";

/** A class's hand-ins: folders with one server.py each. */
export interface HandIns {
  lab: ClassLab;
  root: string;
  folders: readonly string[];
  /** How many of them earn full marks. */
  correct: number;
}

/** Correct servers of the bank by lab, without those that wait or compute deliberately. */
const correctPrograms = {
  "tcp-echo": ["asyncio", "chatty", "dual-stack", "selectors", "socketserver", "threads"],
  "tcp-echo-once": ["plain", "asyncio", "chatty", "poll-timeout", "polling-loop", "small-buffer"],
} as const;

/** A lab for which classes can be made and other graders have tests. */
export type ClassLab = keyof typeof correctPrograms;

/** Programs that attack the machine, which a suite without isolation would not survive, or leave processes running. */
const attackers = ["eats-memory", "fork-bomb", "floods-output", "forks-daemon", "leaves-children"];

/**
 * Makes a class in a temporary folder: `correct` correct programs, and distinct flawed ones up to `size`, picked from
 * the whole bank at even distances so that the choice is not biased.
 */
export function withHandIns<T>(
  { lab, size, correct }: { lab: ClassLab; size: number; correct: number },
  use: (handIns: HandIns) => Promise<T>,
): Promise<T> {
  return withScratch(async (root) => {
    const sound = correctPrograms[lab];
    const names = [
      ...Array.from({ length: correct }, (_, index) => `correct-${sound[index % sound.length]}`),
      ...evenly(await flawedPrograms(lab), size - correct),
    ];
    const sources = names.map((name) => join("fixtures", lab, name));
    const folders = sources.map((_, index) => join(root, `student-${String(index + 1).padStart(2, "0")}`));
    for (const [index, folder] of folders.entries()) await copyServer(sources[index] as string, folder);
    return use({ lab, root, folders, correct });
  });
}

/** Every copy is a different file, so that no grader can reuse a result. */
async function copyServer(source: string, folder: string): Promise<void> {
  const program = await readFile(join(source, "server.py"), "utf8");
  await mkdir(folder);
  await writeFile(join(folder, "server.py"), `${program}\n# ${basename(folder)}\n`);
}

async function flawedPrograms(lab: ClassLab): Promise<string[]> {
  const bank = join("fixtures", lab);
  const names = (await readdir(bank)).filter((name) => !name.startsWith("correct-") && !attackers.includes(name));
  const flawed = await Promise.all(
    names.sort().map(async (name) => ((await isFlawedServer(join(bank, name))) ? [name] : [])),
  );
  return flawed.flat();
}

async function isFlawedServer(folder: string): Promise<boolean> {
  const files = await readdir(folder);
  return files.includes("server.py") && /^fails:/m.test(await readFile(join(folder, "expected.yaml"), "utf8"));
}
