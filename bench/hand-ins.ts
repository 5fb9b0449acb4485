import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { evenly } from "./evenly.ts";

/** A class's hand-ins: folders with one server.py each. */
export interface HandIns {
  root: string;
  folders: readonly string[];
  /** How many of them earn full marks. */
  correct: number;
}

const bank = "fixtures/tcp-echo-once";

/** Plain programs, without those that wait or compute on purpose. */
const correctPrograms = ["plain", "asyncio", "chatty", "poll-timeout", "polling-loop", "small-buffer"].map((name) =>
  join(bank, `correct-${name}`),
);

/** They attack the machine, which a suite without isolation would not survive, or leave something running on it. */
const attackers = ["eats-memory", "fork-bomb", "floods-output", "forks-daemon", "leaves-children"];

/**
 * Lays out a class in a folder of its own while it is used: `correct` sound programs, and as many different flawed ones as
 * are missing to `size`, picked from the whole bank at even distances so that nobody chooses them.
 */
export async function withHandIns<T>(size: number, correct: number, use: (handIns: HandIns) => Promise<T>): Promise<T> {
  const root = await mkdtemp(join(tmpdir(), "wirecheck-bench-"));
  try {
    const flawed = await flawedPrograms();
    const sources = [
      ...Array.from({ length: correct }, (_, index) => correctPrograms[index % correctPrograms.length] as string),
      ...evenly(flawed, size - correct),
    ];
    const folders = sources.map((_, index) => join(root, `student-${String(index + 1).padStart(2, "0")}`));
    for (const [index, folder] of folders.entries()) await copyServer(sources[index] as string, folder);
    return await use({ root, folders, correct });
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** Each copy is a file of its own, so that nobody can grade two students' programs at the price of one. */
async function copyServer(source: string, folder: string): Promise<void> {
  const program = await readFile(join(source, "server.py"), "utf8");
  await mkdir(folder);
  await writeFile(join(folder, "server.py"), `${program}\n# ${basename(folder)}\n`);
}

async function flawedPrograms(): Promise<string[]> {
  const names = (await readdir(bank)).filter((name) => !name.startsWith("correct-") && !attackers.includes(name));
  const flawed = await Promise.all(names.sort().map(async (name) => ((await isFlawedServer(name)) ? [name] : [])));
  return flawed.flat().map((name) => join(bank, name));
}

async function isFlawedServer(name: string): Promise<boolean> {
  const files = await readdir(join(bank, name));
  return files.includes("server.py") && /^fails:/m.test(await readFile(join(bank, name, "expected.yaml"), "utf8"));
}
