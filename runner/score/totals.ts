import type { QuestionResult, TestResult } from "../model/result.ts";

/**
 * The points of tests and of questions, marked or not; extra credit adds to the first sum alone, and what could not be played to
 * none.
 */
export function totals(
  tests: readonly TestResult[],
  questions: readonly QuestionResult[] = [],
): { score: number; maxScore: number } {
  const sum = (values: number[]) => Math.round(values.reduce((total, value) => total + value, 0) * 100) / 100;
  return {
    score: sum([...tests, ...questions].map(({ points }) => points ?? 0)),
    maxScore: sum([...tests.filter(isToBeHad), ...questions].map(({ maxPoints }) => maxPoints)),
  };
}

/** Whether its points are among those to be had. */
function isToBeHad({ optional, unplayable }: TestResult): boolean {
  return !optional && unplayable === undefined;
}
