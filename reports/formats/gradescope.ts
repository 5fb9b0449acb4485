import type { Grade } from "../../runner/model/class-result.ts";
import type { Result, TestResult } from "../../runner/model/result.ts";
import type { Language } from "../../runner/model/text.ts";
import { printable, printableLine } from "../../runner/texts/printable.ts";
import { reportTexts } from "../../runner/texts/reports.ts";
import { studentsFor } from "../support/audience.ts";
import type { ReportFormat, ReportOptions } from "../support/report-format.ts";
import { failureText } from "../support/words/failure-text.ts";
import { gradeSteps } from "../support/words/grade-steps.ts";
import { gradeText, isPending } from "../support/words/questions.ts";
import { skipReason } from "../support/words/skipped.ts";
import { endingOf, testMessage, testTitle } from "../support/words/test-words.ts";

/**
 * `results.json` for Gradescope. It needs a score, so a hand-in that could not be graded has no file: Gradescope then
 * says that the autograder failed and gives no marks. For instructors hidden tests are complete and marked `hidden`;
 * Gradescope then hides the student's total, too.
 */
export const gradescope: ReportFormat = {
  title: { en: "results.json for Gradescope", id: "results.json untuk Gradescope" },
  audiences: ["student", "instructor"],
  *files(graded, options) {
    for (const { fileStem, result, grade } of studentsFor(graded, options.audience)) {
      if (!result || !grade) continue;
      const content = `${JSON.stringify(gradescopeResults(result, grade, options), null, 2)}\n`;
      yield { path: `gradescope/${fileStem}/results.json`, content };
    }
  },
};

function gradescopeResults(result: Result, grade: Grade, { audience, language }: ReportOptions) {
  return {
    score: grade.final,
    execution_time: Math.round(result.durationMs) / 1000,
    output: printable([...soFar(grade, language), ...gradeSteps(grade, language)].join("\n")),
    output_format: "text",
    test_output_format: "text",
    test_name_format: "text",
    visibility: "visible",
    stdout_visibility: "hidden",
    tests: [...testEntries(result, audience, language), ...questionEntries(result, language)],
  };
}

function soFar(grade: Grade, language: Language): string[] {
  return grade.pending === undefined ? [] : [gradeText(grade, language)];
}

function testEntries(result: Result, audience: ReportOptions["audience"], language: Language) {
  return result.tests.map((test, index) => ({
    number: String(index + 1),
    name: printableLine(testTitle(test, language)),
    score: test.points,
    max_score: test.optional || test.unplayable ? 0 : test.maxPoints,
    ...statusOf(test),
    output: printable(outputOf(test, result, language)),
    visibility: audience === "instructor" ? test.visibility : "visible",
    tags: test.diagnosis ? [test.diagnosis.code] : [],
  }));
}

/** A question without a score does not count yet. */
function questionEntries({ tests, questions = [] }: Result, language: Language) {
  return questions.map((question, index) => ({
    number: String(tests.length + index + 1),
    name: printableLine(question.title[language]),
    ...(question.points !== null && { score: question.points }),
    max_score: question.maxPoints,
    output: isPending(question) ? reportTexts.pending[language] : "",
    visibility: "visible",
  }));
}

/** Gradescope knows only passed and failed; extra credit that was not earned is neither. */
function statusOf(test: TestResult): { status?: "passed" | "failed" } {
  const ending = endingOf(test);
  if (ending === "notEarned" || ending === "error") return {};
  return { status: ending === "passed" ? "passed" : "failed" };
}

function outputOf(test: TestResult, result: Result, language: Language): string {
  if (test.status === "failed") return test.failure || test.diagnosis ? failureText(test, result, language) : "";
  if (test.status === "skipped") return skipReason(test, language);
  return testMessage(test, language);
}
