import type { Lab } from "../spec/lab.ts";
import type { Expected } from "../verify/expected.ts";

/** The points that a flaw costs, out of those that the tests of its programs are worth; without extra credit. */
export interface Cost {
  lost: number;
  of: number;
}

/**
 * What a flaw costs according to its `expected.yaml`: the tests that it fails, and those that are skipped because a
 * gate failed.
 */
export function costOf(lab: Pick<Lab, "tests" | "programs">, { program, fails, skips }: Expected): Cost {
  const owner = (test: Lab["tests"][number]) => test.program ?? Object.keys(lab.programs)[0];
  const counted = lab.tests.filter((test) => !test.optional && (program === undefined || owner(test) === program));
  const lost = counted.filter(({ id }) => id in fails || skips.includes(id));
  return { lost: points(lost), of: points(counted) };
}

function points(tests: readonly { points: number }[]): number {
  return tests.reduce((sum, test) => sum + test.points, 0);
}
