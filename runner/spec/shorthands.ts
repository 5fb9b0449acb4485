import type { Lab, Test } from "./lab.ts";

/** The lab as everything else reads it: each test says what it needs, and `flaky` also stands for its former name. */
export function withoutShorthands({ sequences: _played, flaky, ...lab }: Lab): Lab {
  const rule = flaky ?? lab.unsteady;
  return { ...lab, ...(rule && { flaky: rule }), tests: withDefaults(lab) };
}

function withDefaults({ tests, programs }: Pick<Lab, "tests" | "programs">): Test[] {
  const first = Object.keys(programs)[0] ?? "";
  let ofLastGate = first;
  const gates = new Map<string, string>();
  return tests.map(({ gate, program = ofLastGate, ...test }) => {
    const [needed, launch] = [gates.get(program), programs[program]?.launch];
    if (gate) gates.set(program, test.id);
    if (gate && program in programs) ofLastGate = program;
    return {
      ...(program !== first && { program }),
      ...(launch && { launch }),
      ...(needed !== undefined && { needs: [needed] }),
      ...test,
    };
  });
}
