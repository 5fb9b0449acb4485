import type { TestSuite } from "junit-report-builder";
import type { ClassStudent } from "../../../runner/model/class-result.ts";
import type { QuestionResult } from "../../../runner/model/result.ts";
import type { Language } from "../../../runner/model/text.ts";
import { reportTexts } from "../../../runner/texts/reports.ts";
import { wallsText } from "../../../runner/texts/walls.ts";
import { failureText } from "../../support/words/failure-text.ts";
import { pointsText } from "../../support/words/points.ts";
import { isPending, questionPoints } from "../../support/words/questions.ts";
import { studentLabel } from "../../support/words/student-label.ts";
import { endingOf, testTitle } from "../../support/words/test-words.ts";
import { addCase, type CaseWords } from "./add-case.ts";
import { xmlLine, xmlText } from "./xml-text.ts";

/** Makes a suite of a student's tests; a hand-in without a result is one test case that says why. */
export function addStudent(suite: TestSuite, student: ClassStudent, { lab, startedAt, language }: Where): void {
  suite.name(xmlLine(studentLabel(student)));
  const { result, grade, error } = student;
  suite.timestamp((result?.startedAt ?? startedAt).slice(0, 19));
  suite.time(Math.round(result?.durationMs ?? 0) / 1000);
  const most = grade && grade.maxScore - (grade.pending ?? 0);
  if (grade) suite.property("points", `${pointsText(grade.final, "en")}/${pointsText(most ?? 0, "en")}`);
  const className = `${lab}.${student.id}`;
  if (!result) {
    addUngraded(suite, error, { className, name: "hand-in", language });
    return;
  }
  suite.property("isolation", wallsText(result.isolation).en);
  if (result.seed !== null) suite.property("seed", String(result.seed));
  for (const test of result.tests) {
    const file = result.programs.find(({ role }) => role === test.program)?.file ?? undefined;
    const details = endingOf(test) === "failed" ? failureText(test, result, language) : "";
    addCase(suite, test, { className, name: `${test.id}: ${testTitle(test, language)}`, language, details, file });
  }
  for (const question of result.questions ?? []) addQuestion(suite, question, { className, language });
}

/**
 * Adds a hand-in that has no result: one that cannot be opened is a failure of the student, everything else an error of
 * the machine.
 */
export function addUngraded(suite: TestSuite, error: ClassStudent["error"], words: CaseWords): void {
  const added = suite.testCase().className(xmlLine(words.className)).name(xmlLine(words.name)).time(0);
  const message = xmlLine(error?.text[words.language] ?? "");
  if (error?.kind === "hand-in") added.failure(message, "hand-in");
  else added.error(message, "error");
}

/** A question cannot fail: its mark is shown as output, a missing mark as skipped. */
function addQuestion(
  suite: TestSuite,
  question: QuestionResult,
  words: { className: string; language: Language },
): void {
  const { className, language } = words;
  const name = `${question.id}: ${question.title[language]}`;
  const added = suite.testCase().className(xmlLine(className)).name(xmlLine(name)).time(0);
  if (isPending(question)) added.skipped();
  const pending = isPending(question) ? `, ${reportTexts.pending[language]}` : "";
  added.standardOutput(xmlText(questionPoints(question, language) + pending));
}

interface Where {
  /** The lab's id. */
  lab: string;
  /** When the class was graded. */
  startedAt: string;
  language: Language;
}
