import type { Result } from "../model/result.ts";
import type { Lab } from "../spec/lab.ts";

/** The same lab with the tests first that failed in an earlier run: what is being mended is told soonest. */
export function failedFirst(lab: Lab, earlier: Result | null): Lab {
  const failed = new Set(earlier?.tests.filter(({ status }) => status === "failed").map(({ id }) => id));
  const isFailed = ({ id }: Lab["tests"][number]) => failed.has(id);
  return { ...lab, tests: [...lab.tests.filter(isFailed), ...lab.tests.filter((test) => !isFailed(test))] };
}
