import { UsageProblem } from "../model/usage-problem.ts";
import { nearest } from "../spec/nearest.ts";
import type { LabToVerify } from "../verify/verify-labs.ts";

/**
 * Selects references and fixtures by name: `python` in every lab that has it, or `tcp-echo/python` in one.
 *
 * @throws UsageProblem when a name fits none, with the name that was likely meant
 */
export function chooseSamples(labs: readonly LabToVerify[], names: readonly string[]): LabToVerify[] {
  const namesOf = ({ lab, samples }: LabToVerify) => samples.flatMap(({ name }) => [name, `${lab.id}/${name}`]);
  const known = new Set(labs.flatMap(namesOf));
  for (const name of names) {
    const meant = nearest(name, [...known]);
    if (!known.has(name))
      throw new UsageProblem(`no lab has a program \`${name}\`${meant ? `: did you mean \`${meant}\`?` : ""}`);
  }
  const wanted = new Set(names);
  return labs
    .map(({ samples, ...rest }) => ({
      ...rest,
      samples: samples.filter(({ name }) => wanted.has(name) || wanted.has(`${rest.lab.id}/${name}`)),
      chosen: true,
    }))
    .filter(({ samples }) => samples.length > 0);
}
