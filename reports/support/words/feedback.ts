import type { ClassStudent } from "../../../runner/model/class-result.ts";
import type { TestResult } from "../../../runner/model/result.ts";
import type { Language } from "../../../runner/model/text.ts";
import { reportTexts } from "../../../runner/texts/reports.ts";
import { causeName } from "./cause-words.ts";
import { gradeSteps } from "./grade-steps.ts";
import { pointsText } from "./points.ts";
import { gradeText } from "./questions.ts";
import { endingOf, testTitle } from "./test-words.ts";

/**
 * What a gradebook tells a student in one line: the marks, how they came about, and what failed. Give it the student as
 * the student may see it, for that is who reads it.
 */
export function feedback({ grade, result, error, submission }: ClassStudent, language: Language): string {
  if (error) return error.text[language];
  if (!submission) return reportTexts.nothingHandedIn[language];
  if (!grade) return "";
  const points = (value: number) => pointsText(value, language);
  const marks = gradeText(grade, language);
  const steps = gradeSteps(grade, language);
  const failed = (result?.tests ?? []).filter((test) => endingOf(test) === "failed");
  const sum = steps.length === 0 ? marks : `${marks} (${points(grade.score)}, ${steps.join(", ")})`;
  return [sum, ...whatFailed(failed, language)].join("; ");
}

/** Each cause once, with the tests that it cost; then the tests whose cause nobody knows. */
function whatFailed(failed: readonly TestResult[], language: Language): string[] {
  const byCause = new Map<string, string[]>();
  for (const test of failed) {
    const cause = test.diagnosis ? causeName(test.diagnosis)[language] : "";
    byCause.set(cause, [...(byCause.get(cause) ?? []), testTitle(test, language)]);
  }
  const unknown = byCause.get("") ?? [];
  byCause.delete("");
  const known = [...byCause].map(([cause, titles]) =>
    titles.length === 1 ? `${titles[0]}: ${cause}` : `${cause} (${titles.length}): ${titles.join(", ")}`,
  );
  return [...known, ...unknown];
}
