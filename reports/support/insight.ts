import type { ClassStudent } from "../../runner/model/class-result.ts";
import type { TestResult } from "../../runner/model/result.ts";
import { isWaiting } from "./words/questions.ts";
import { endingOf } from "./words/test-words.ts";

/** Statistics of a class. */
export interface Insight {
  graded: number;
  /** Number of graded students in each of ten steps of 10 per cent; the last one includes full marks and more. */
  distribution: readonly number[];
  /** In per cent; null if no hand-in was graded. */
  mean: number | null;
  median: number | null;
  /** Tests that at least one student failed, hardest first; without extra credit. */
  hardest: readonly HardTest[];
  /** Misconceptions with the number of students who have them, most frequent first. */
  causes: readonly { code: string; students: number }[];
  /** Students whose hand-in could not be graded, or who have none. */
  errors: readonly ClassStudent[];
  missing: readonly ClassStudent[];
  /** Number of hand-ins that wait for their first mark. */
  waiting: number;
}

/** A test with the results of the class. */
export interface HardTest {
  test: Pick<TestResult, "id" | "title" | "visibility" | "optional">;
  passed: number;
  /** Number of students for whom it was judged; a skipped test says nothing about its own subject. */
  judged: number;
}

/** Computes the statistics in one pass over the students, without keeping their results. */
export function insight(students: Iterable<ClassStudent>): Insight {
  const percents: number[] = [];
  const tests = new Map<string, HardTest>();
  const causes = new Map<string, number>();
  const errors: ClassStudent[] = [];
  const missing: ClassStudent[] = [];
  let waiting = 0;
  for (const { result, ...student } of students) {
    if (student.grade && student.submission) percents.push(student.grade.percent);
    else if (isWaiting(student)) waiting += 1;
    else if (student.submission || student.error) errors.push({ ...student, result: null });
    else missing.push({ ...student, result: null });
    for (const test of result?.tests ?? []) countTest(test, tests);
    for (const code of causesIn(result?.tests ?? [])) causes.set(code, (causes.get(code) ?? 0) + 1);
  }
  return {
    graded: percents.length,
    ...statistics(percents),
    hardest: hardestOf([...tests.values()]),
    causes: mostFrequent(causes),
    errors,
    missing,
    waiting,
  };
}

/** Misconceptions by how many students have them. */
export function mostFrequent(counts: ReadonlyMap<string, number>): Insight["causes"] {
  return [...counts].map(([code, students]) => ({ code, students })).sort((a, b) => b.students - a.students);
}

/** The diagnoses of tests that cost marks; extra credit does not count. */
export function causesIn(tests: readonly TestResult[]): string[] {
  const failed = tests.filter((test) => endingOf(test) === "failed");
  return [...new Set(failed.flatMap(({ diagnosis }) => diagnosis?.code ?? []))];
}

function countTest(test: TestResult, tests: Map<string, HardTest>): void {
  if (test.optional || (test.status !== "passed" && test.status !== "failed")) return;
  const { id, title, visibility, optional } = test;
  const counted = tests.get(id) ?? { test: { id, title, visibility, optional }, passed: 0, judged: 0 };
  counted.judged += 1;
  if (endingOf(test) === "passed") counted.passed += 1;
  tests.set(id, counted);
}

/** Tests that at least one student failed, hardest first. */
export function hardestOf(tests: readonly HardTest[]): HardTest[] {
  const share = ({ passed, judged }: HardTest) => passed / judged;
  return tests.filter(({ passed, judged }) => passed < judged).sort((a, b) => share(a) - share(b));
}

/** The distribution, median and mean of these per cents. */
export function statistics(percents: readonly number[]): Pick<Insight, "distribution" | "mean" | "median"> {
  const distribution = Array.from({ length: 10 }, () => 0);
  for (const percent of percents) {
    const step = Math.min(9, Math.max(0, Math.floor(percent / 10)));
    distribution[step] = (distribution[step] ?? 0) + 1;
  }
  if (percents.length === 0) return { distribution, mean: null, median: null };
  const sorted = percents.toSorted((a, b) => a - b);
  const middle = sorted.slice(Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2) + 1);
  return { distribution, mean: average(sorted), median: average(middle) };
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
