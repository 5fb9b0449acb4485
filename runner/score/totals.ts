import type { TestResult } from "../result.ts";

/** The points of a list of tests; extra credit adds to the first sum alone. */
export function totals(tests: readonly TestResult[]): { score: number; maxScore: number } {
  const sum = (values: number[]) => Math.round(values.reduce((total, value) => total + value, 0) * 100) / 100;
  return {
    score: sum(tests.map(({ points }) => points)),
    maxScore: sum(tests.filter(({ optional }) => !optional).map(({ maxPoints }) => maxPoints)),
  };
}
