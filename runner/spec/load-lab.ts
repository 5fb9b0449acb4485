import { rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { makeScratch } from "../scratch.ts";
import { builtLab } from "./built-labs.ts";
import { checkLab } from "./check-lab.ts";
import { type Lab, lab } from "./lab.ts";
import { withPaths } from "./lab-paths.ts";
import { isModule, loadModule } from "./load-module.ts";
import { type Problem, toProblems } from "./problem.ts";
import { byPosition, readYaml, type Written } from "./read-yaml.ts";
import { soundParts } from "./sound-parts.ts";

/**
 * Reads a lab and checks it as a whole: its form first, then whether its parts fit together.
 *
 * @param scratch makes the folder for the code of a lab in TypeScript, which is needed while it is played. @default one that is
 * removed when this process exits
 */
export async function loadLab(file: string, scratch = scratchOfProcess): Promise<Checked> {
  if (isModule(file)) return withFolder(file, await loadModule(file, scratch));
  const text = await readFile(file, "utf8").catch(() => null);
  const built = text === null ? null : builtLab(text);
  const read = built ? { value: built } : await checkedLab(file);
  return withFolder(file, read);
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

/** A lab, or all its faults. */
type Checked = { value: Lab } | { problems: Problem[] };

/** The same before the paths in it are resolved, which depend on its folder. */
export async function checkedLab(file: string): Promise<Checked> {
  const read = await readYaml(file, lab);
  if ("problems" in read) return { problems: [...read.problems, ...soundProblems(file, read)].sort(byPosition) };
  const findings = checkLab(read.value);
  if (findings.length > 0) return { problems: toProblems(file, findings, read.locate) };
  const { flaky = read.value.unsteady, ...value } = read.value;
  return { value: { ...value, ...(flaky && { flaky }) } };
}

/** The faults of how the sound parts of a malformed lab fit together, so that its author sees all faults at once. */
function soundProblems(file: string, read: { problems: readonly Problem[]; written?: Written }): Problem[] {
  if (read.written === undefined) return [];
  const { value, locate } = read.written;
  const sound = soundParts(
    value,
    read.problems.map(({ path }) => path),
  );
  return sound === null ? [] : toProblems(file, checkLab(sound.lab).filter(sound.isAbout), locate);
}
