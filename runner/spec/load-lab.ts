import { rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { makeScratch } from "../scratch.ts";
import { builtLab } from "./built-labs.ts";
import type { Checked } from "./checked-lab.ts";
import { withPaths } from "./lab-paths.ts";

/**
 * Reads a lab and checks it as a whole: its form first, then whether its parts fit together.
 *
 * @param scratch makes the folder for the code of a lab in TypeScript, which is needed while it is played. @default one that is
 * removed when this process exits
 */
export async function loadLab(file: string, scratch = scratchOfProcess): Promise<Checked> {
  if (isModule(file)) {
    const { loadModule } = await import("./load-module.ts");
    return withFolder(file, await loadModule(file, scratch));
  }
  const text = await readFile(file, "utf8").catch(() => null);
  const built = text === null ? null : builtLab(text);
  if (built) return withFolder(file, { value: built });
  // Loaded here because it needs YAML and the schema of labs, and most labs were checked when wirecheck was built.
  const { checkedLab } = await import("./checked-lab.ts");
  return withFolder(file, await checkedLab(file));
}

async function scratchOfProcess(): Promise<string> {
  const folder = await makeScratch();
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function withFolder(file: string, read: Checked): Checked {
  if ("problems" in read) return read;
  // Paths in a lab are relative to its folder.
  const fromHere = (path: string) => resolve(dirname(file), path);
  return { value: withPaths(read.value, { program: fromHere, libraries: fromHere }) };
}

/** Whether a lab is a module in JavaScript or TypeScript. */
export function isModule(file: string): boolean {
  return /\.[mc]?[jt]s$/.test(file);
}
