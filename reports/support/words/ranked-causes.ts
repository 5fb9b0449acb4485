import type { TestResult } from "../../../runner/model/result.ts";
import type { SourceLocation } from "../../../runner/model/seen.ts";
import type { Text } from "../../../runner/model/text.ts";
import { causeKey, causeName } from "./cause-words.ts";
import { endingOf } from "./test-words.ts";

/** A cause to fix, and what it costs. */
export interface RankedCause {
  name: Text;
  /** The line of the student's file that shows it. */
  location: SourceLocation | null;
  /** The first test that failed for it. */
  first: TestResult;
  /** Number of tests that failed for it, without those skipped because of them. */
  failed: number;
  /** The points of those tests, and of the tests skipped because of them. */
  points: number;
}

/** The causes to fix, most points first; a failed test without a diagnosis is a cause of its own. */
export function rankedCauses(tests: readonly TestResult[]): RankedCause[] {
  const causes = new Map<string, RankedCause>();
  for (const test of tests.filter((each) => endingOf(each) === "failed")) {
    const key = causeKey(test) ?? `${test.program} test ${test.id}`;
    const cause = causes.get(key) ?? { ...firstOf(test), failed: 0, points: 0 };
    causes.set(key, { ...cause, failed: cause.failed + 1, points: cause.points + lostWith(test, tests) });
  }
  return [...causes.values()].sort((a, b) => b.points - a.points);
}

function firstOf(test: TestResult): Pick<RankedCause, "name" | "location" | "first"> {
  const { diagnosis, failure, title } = test;
  return { name: diagnosis ? causeName(diagnosis) : title, location: failure?.location ?? null, first: test };
}

function lostWith({ id, points, maxPoints }: TestResult, tests: readonly TestResult[]): number {
  const behind = tests.filter(({ skippedFor, optional }) => skippedFor === id && !optional);
  return maxPoints - points + behind.reduce((sum, test) => sum + test.maxPoints, 0);
}
