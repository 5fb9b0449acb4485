import { checkLab } from "./check-lab.ts";
import { type Lab, lab } from "./lab.ts";
import { type Problem, toProblems } from "./problem.ts";
import { byPosition, readYaml, type Written } from "./read-yaml.ts";
import { unrollSequences } from "./sequences.ts";
import { withoutShorthands } from "./shorthands.ts";
import { soundParts } from "./sound-parts.ts";

/** A lab, or all its faults. */
export type Checked = { value: Lab } | { problems: Problem[] };

/** Reads and checks a lab in YAML. Its paths are not resolved, because they depend on its folder. */
export async function checkedLab(file: string): Promise<Checked> {
  const read = await readYaml(file, lab, unrollSequences);
  if ("problems" in read) return { problems: [...read.problems, ...soundProblems(file, read)].sort(byPosition) };
  const value = withoutShorthands(read.value);
  const findings = checkLab(value);
  return findings.length > 0 ? { problems: toProblems(file, findings, read.locate) } : { value };
}

/** The faults of how the sound parts of a malformed lab fit together, so that its author sees all faults at once. */
function soundProblems(file: string, read: { problems: readonly Problem[]; written?: Written }): Problem[] {
  if (read.written === undefined) return [];
  const { value, locate } = read.written;
  const sound = soundParts(
    value,
    read.problems.map(({ path }) => path),
  );
  return sound === null ? [] : toProblems(file, checkLab(withoutShorthands(sound.lab)).filter(sound.isAbout), locate);
}
