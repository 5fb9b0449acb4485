import { dirname, resolve } from "node:path";
import { checkLab } from "./check-lab.ts";
import { type Lab, lab } from "./lab.ts";
import { toProblems } from "./problem.ts";
import { type Read, readYaml } from "./read-yaml.ts";

/** Reads a lab and checks it as a whole: its form first, then whether its parts fit together. */
export async function loadLab(file: string): Promise<Read<Lab>> {
  const read = await readYaml(file, lab);
  if ("problems" in read) return read;
  const findings = checkLab(read.value);
  if (findings.length > 0) return { problems: toProblems(file, findings, read.locate) };
  return { ...read, value: withReferencePaths(read.value, dirname(resolve(file))) };
}

/** A lab names its reference programs by paths from its own folder. */
function withReferencePaths(lab: Lab, folder: string): Lab {
  const programs = Object.entries(lab.programs).map(([role, program]) => [
    role,
    program.reference === undefined ? program : { ...program, reference: resolve(folder, program.reference) },
  ]);
  const helpers = Object.entries(lab.helpers ?? {}).map(([role, helper]) => [
    role,
    { ...helper, file: resolve(folder, helper.file) },
  ]);
  return {
    ...lab,
    programs: Object.fromEntries(programs),
    ...(lab.helpers && { helpers: Object.fromEntries(helpers) }),
  };
}
