import type { Result, TestResult } from "../../model/result.ts";
import { totals } from "../../score/totals.ts";
import type { Lab } from "../../spec/lab.ts";

/** What became different between two rounds. */
export interface Difference {
  /** Points won, or lost where it is negative. */
  points: number;
  passesNow: readonly TestResult[];
  failsNow: readonly TestResult[];
}

/**
 * A round's result with all tests in the lab's order, whichever ran first. Of a round that ran some of them alone, the others
 * stay as they were.
 */
export function wholeResult(lab: Lab, graded: Result, earlier: Result | null): Result {
  const fresh = new Map(graded.tests.map((test) => [test.id, test]));
  const before = new Map(earlier?.tests.map((test) => [test.id, test]));
  const tests = lab.tests.flatMap(({ id }) => fresh.get(id) ?? before.get(id) ?? []);
  return { ...graded, tests, ...totals(tests, graded.questions) };
}

/** What is different from the round before; null in the first one. */
export function difference(now: Result, earlier: Result | null): Difference | null {
  if (earlier === null) return null;
  const before = new Map(earlier.tests.map(({ id, status }) => [id, status]));
  const turned = (to: TestResult["status"]) =>
    now.tests.filter(({ id, status }) => status === to && before.has(id) && before.get(id) !== to);
  return {
    points: Math.round((now.score - earlier.score) * 100) / 100,
    passesNow: turned("passed"),
    failsNow: turned("failed"),
  };
}

/** The tests that have still to pass: those that failed, and those that wait for one that did. */
export function stillToPass(result: Result | null): string[] {
  const isOpen = ({ status, skippedFor }: TestResult) =>
    status === "failed" || status === "error" || skippedFor !== undefined;
  return (result?.tests ?? []).filter(isOpen).map(({ id }) => id);
}
