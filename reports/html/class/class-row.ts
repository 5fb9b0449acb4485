import type { ClassStudent } from "../../../runner/model/class-result.ts";
import type { Text } from "../../../runner/model/text.ts";
import { causesIn } from "../../support/insight.ts";
import { isWaiting } from "../../support/words/questions.ts";
import { type Ending, endingOf } from "../../support/words/test-words.ts";

/** A student in the table of the class: what remains of a result once the next one is read. */
export interface ClassRow {
  id: string;
  name: string | null;
  section: string | null;
  /** Path of the student's page from that of the class. */
  page: string;
  state: "full" | "partial" | "error" | "missing" | "waiting";
  /** Why it could not be graded. */
  reason: Text | null;
  /** Points that go into the gradebook; null where nobody may read a zero. */
  final: number | null;
  /** The same in per cent of the points to be had so far. */
  percent: number | null;
  isLate: boolean;
  /** How each test that there is a result of ended, by its id. */
  endings: Readonly<Record<string, Ending>>;
  /** What its failed tests were diagnosed with, each once. */
  causes: readonly string[];
  /** Tests that passed once and failed once. */
  flaky: readonly string[];
  /** Whether it is being graded now. @default false */
  isBusy?: boolean;
  /** Whether somebody has given a mark by hand, or written a note. @default not told of */
  isMarked?: boolean;
  hasNote?: boolean;
}

/** What the table shows of a student. */
export function classRow(student: ClassStudent, page: string): ClassRow {
  const { id, name, section, result, error, grade, submission } = student;
  const tests = result?.tests ?? [];
  return {
    ...{ id, name, section, page, state: stateOf(student) },
    reason: error?.text ?? null,
    final: grade?.final ?? null,
    percent: grade?.percent ?? null,
    isLate: submission?.late ?? false,
    endings: Object.fromEntries(tests.map((test) => [test.id, endingOf(test)])),
    causes: causesIn(tests),
    flaky: tests.filter(({ flaky }) => flaky !== undefined).map((test) => test.id),
  };
}

function stateOf({ submission, grade, result, error }: ClassStudent): ClassRow["state"] {
  if (isWaiting({ submission, grade, error })) return "partial";
  if (error || (submission && !grade)) return "error";
  if (!submission || !result) return "missing";
  return result.score >= result.maxScore ? "full" : "partial";
}
