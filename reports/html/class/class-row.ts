import type { ClassStudent } from "../../../runner/model/class-result.ts";
import type { Text } from "../../../runner/model/text.ts";
import { causesIn } from "../../support/insight.ts";
import { isWaiting } from "../../support/words/questions.ts";
import { type Ending, endingOf } from "../../support/words/test-words.ts";

/** A student in the table of the class: the part of a result that is kept when the next one is read. */
export interface ClassRow {
  id: string;
  name: string | null;
  section: string | null;
  /** Path of the student's page, relative to that of the class. */
  page: string;
  state: "full" | "partial" | "error" | "missing" | "waiting";
  /** Why it could not be graded. */
  reason: Text | null;
  /** Points for the gradebook; null for a blank. */
  final: number | null;
  /** The same in per cent of the points that are not pending. */
  percent: number | null;
  isLate: boolean;
  /** How each test with a result ended, by id. */
  endings: Readonly<Record<string, Ending>>;
  /** Distinct diagnoses of its failed tests. */
  causes: readonly string[];
  /** Tests that passed once and failed once. */
  flaky: readonly string[];
  /** Whether it is being graded now. @default false */
  isBusy?: boolean;
  /** Whether there is a mark given by hand, or a note. @default not shown */
  isMarked?: boolean;
  hasNote?: boolean;
}

/** The row of a student. */
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
