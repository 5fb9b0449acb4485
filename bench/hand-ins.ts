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

/** Correct servers of the bank by lab, without those that wait or compute on purpose. */
const correctPrograms = {
  "tcp-echo": ["asyncio", "chatty", "dual-stack", "selectors", "socketserver", "threads"],
  "tcp-echo-once": ["plain", "asyncio", "chatty", "poll-timeout", "polling-loop", "small-buffer"],
} as const;

/** A lab for which classes can be laid out and rivals know tests. */
export type ClassLab = keyof typeof correctPrograms;

/** They attack the machine, which a suite without isolation would not survive, or leave something running on it. */
const attackers = ["eats-memory", "fork-bomb", "floods-output", "forks-daemon", "leaves-children"];

/**
 * Lays out a class in a folder of its own while it is used: `correct` sound programs, and as many different flawed ones as
 * are missing to `size`, picked from the whole bank at even distances so that nobody chooses them.
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

/** Each copy is a file of its own, so that nobody can grade two students' programs at the price of one. */
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
