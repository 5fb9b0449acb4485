import type { Text } from "../model/text.ts";
import { UsageProblem } from "../model/usage-problem.ts";
import type { Lab } from "../spec/lab.ts";
import { loadLab } from "../spec/load-lab.ts";
import { nearest } from "../spec/nearest.ts";
import { usageTexts } from "../texts/usage.ts";
import { findLab } from "./find-lab.ts";
import { unusableLab } from "./unusable.ts";

/**
 * The lab that the command line names.
 *
 * @param scratch see `loadLab`
 * @throws UsageProblem when there is none, or when it has a mistake
 */
export async function readLab(name: string, scratch?: () => Promise<string>): Promise<Lab> {
  const read = await loadLab(await findLab(name), scratch);
  if ("problems" in read) throw unusableLab(read.problems);
  if (read.value.unsteady !== undefined)
    process.stderr.write(`hint: ${name}: \`unsteady\` is now called \`flaky\`; the next release drops the old name\n`);
  return read.value;
}

/** What of a lab the command line can name. */
type Named = Pick<Lab, "id"> & { tests?: readonly { id: string }[]; programs: Readonly<Record<string, unknown>> };

/**
 * Checks that the lab has the tests and the program that the command line names.
 *
 * @throws UsageProblem otherwise, with the name that was likely meant
 */
export function checkNames(lab: Named, named: { only?: readonly string[]; program?: string }): void {
  const tests = (lab.tests ?? []).map((test) => test.id);
  for (const id of named.only ?? []) if (!tests.includes(id)) throw new UsageProblem(unknown("test", id, tests, lab));
  const roles = Object.keys(lab.programs);
  const { program } = named;
  if (program !== undefined && !roles.includes(program))
    throw new UsageProblem(unknown("program", program, roles, lab));
}

function unknown(what: "test" | "program", name: string, known: readonly string[], lab: Named): Text {
  const meant = nearest(name, known);
  return usageTexts.notInLab(lab.id, what, name, { known, ...(meant !== undefined && { meant }) });
}
