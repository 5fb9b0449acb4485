import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { makeScratch } from "../scratch.ts";
import { builtLab } from "./built-labs.ts";
import { checkLab } from "./check-lab.ts";
import { type Lab, lab } from "./lab.ts";
import { isModule, loadModule } from "./load-module.ts";
import { type Problem, toProblems } from "./problem.ts";
import { readYaml } from "./read-yaml.ts";

/** Reads a lab and checks it as a whole: its form first, then whether its parts fit together. */
export async function loadLab(file: string): Promise<Checked> {
  if (isModule(file)) return withFolder(file, await loadModule(file, makeScratch));
  const text = await readFile(file, "utf8").catch(() => null);
  const built = text === null ? null : builtLab(text);
  const read = built ? { value: built } : await checkedLab(file);
  return withFolder(file, read);
}

function withFolder(file: string, read: Checked): Checked {
  return "problems" in read ? read : { value: withReferencePaths(read.value, dirname(resolve(file))) };
}

/** A lab, or everything that is wrong with it. */
type Checked = { value: Lab } | { problems: Problem[] };

/** The same before the paths in it are resolved, which depend on where it lies. */
export async function checkedLab(file: string): Promise<Checked> {
  const read = await readYaml(file, lab);
  if ("problems" in read) return read;
  const findings = checkLab(read.value);
  if (findings.length > 0) return { problems: toProblems(file, findings, read.locate) };
  const { flaky = read.value.unsteady, ...value } = read.value;
  return { value: { ...value, ...(flaky && { flaky }) } };
}

/** A lab names its reference programs and other folders by paths from its own folder. */
function withReferencePaths(lab: Lab, folder: string): Lab {
  const programs = Object.entries(lab.programs).map(([role, program]) => [
    role,
    program.reference === undefined ? program : { ...program, reference: resolve(folder, program.reference) },
  ]);
  const helpers = Object.entries(lab.helpers ?? {}).map(([role, helper]) => [
    role,
    { ...helper, file: resolve(folder, helper.file) },
  ]);
  const setup = Object.entries(lab.setup ?? {}).map(([language, path]) => [language, resolve(folder, path)]);
  return {
    ...lab,
    ...(lab.setup && { setup: Object.fromEntries(setup) }),
    programs: Object.fromEntries(programs),
    ...(lab.helpers && { helpers: Object.fromEntries(helpers) }),
  };
}
