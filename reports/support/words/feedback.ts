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
 * The feedback in a gradebook, one line: the marks, how they were computed, and what failed. The student must already
 * be reduced to what the student may see.
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

/** Each cause once, with the tests that failed for it; then the tests without a known cause. */
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
