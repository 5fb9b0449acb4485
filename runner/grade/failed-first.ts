import type { Result } from "../model/result.ts";
import type { Lab } from "../spec/lab.ts";

/** The same lab with the tests that failed in an earlier run first, so that a student who fixes one sees its result soonest. */
export function failedFirst(lab: Lab, failed: readonly string[]): Lab {
  const isFirst = ({ id }: Lab["tests"][number]) => failed.includes(id);
  return { ...lab, tests: [...lab.tests.filter(isFirst), ...lab.tests.filter((test) => !isFirst(test))] };
}

/** The tests that failed in a run. */
export function failedIn(result: Pick<Result, "tests"> | null): string[] {
  return result?.tests.filter(({ status }) => status === "failed").map(({ id }) => id) ?? [];
}
