import type { Result, TestResult } from "../../model/result.ts";
import { totals } from "../../score/totals.ts";
import type { Lab } from "../../spec/lab.ts";

/** What changed between two rounds. */
export interface Difference {
  /** Points gained; negative when lost. */
  points: number;
  passesNow: readonly TestResult[];
  failsNow: readonly TestResult[];
}

/** A round's result with all tests in the lab's order. Tests that the round did not run keep their earlier result. */
export function wholeResult(lab: Lab, graded: Result, earlier: Result | null): Result {
  const fresh = new Map(graded.tests.map((test) => [test.id, test]));
  const before = new Map(earlier?.tests.map((test) => [test.id, test]));
  const tests = lab.tests.flatMap(({ id }) => fresh.get(id) ?? before.get(id) ?? []);
  return { ...graded, tests, ...totals(tests, graded.questions) };
}

/** What changed since the round before; null in the first one. */
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

/** The tests that still have to pass: those that failed, and those skipped because of them. */
export function stillToPass(result: Result | null): string[] {
  const isOpen = ({ status, skippedFor }: TestResult) =>
    status === "failed" || status === "error" || skippedFor !== undefined;
  return (result?.tests ?? []).filter(isOpen).map(({ id }) => id);
}
