import type { QuestionResult, TestResult } from "../model/result.ts";

/**
 * The points and the maximum of tests and questions, marked or not. Extra credit adds to the points only; a test that
 * could not be played adds to neither.
 */
export function totals(
  tests: readonly TestResult[],
  questions: readonly QuestionResult[] = [],
): { score: number; maxScore: number } {
  const sum = (values: number[]) => Math.round(values.reduce((total, value) => total + value, 0) * 100) / 100;
  return {
    score: sum([...tests, ...questions].map(({ points }) => points ?? 0)),
    maxScore: sum([...tests.filter(countsInMaximum), ...questions].map(({ maxPoints }) => maxPoints)),
  };
}

function countsInMaximum({ optional, unplayable }: TestResult): boolean {
  return !optional && unplayable === undefined;
}
