import { causeName } from "../../reports/support/words/cause-words.ts";
import { pointsText } from "../../reports/support/words/points.ts";
import { inBoth } from "../../reports/support/words/questions.ts";
import type { ClassStudent } from "../model/class-result.ts";
import type { TestResult } from "../model/result.ts";
import type { Language, Text } from "../model/text.ts";
import { consoleTexts } from "../texts/console.ts";
import { failureSentence } from "../texts/failures.ts";
import { reportTexts } from "../texts/reports.ts";

/** The parts of a student's mark: each test with why it failed, the adjustments, or why there is no mark. */
export function markReasons(student: ClassStudent): [part: string, reason: Text][] {
  const { result, grade, error, submission } = student;
  const missing: [string, Text][] = submission || error ? [] : [["hand-in", reportTexts.nothingHandedIn]];
  const failed: [string, Text][] = error && !grade ? [["error", error.text]] : [];
  const tests = (result?.tests ?? []).map((test): [string, Text] => [
    test.id,
    inBoth((language) => ended(test, language)),
  ]);
  const adjustments = (grade?.adjustments ?? []).map(({ kind, points, why }): [string, Text] => [
    kind,
    inBoth((language) => `${points > 0 ? "+" : ""}${pointsText(points, language)} (${why[language]})`),
  ]);
  return [...missing, ...failed, ...tests, ...adjustments];
}

/** "0/12 (Changes the bytes)". */
function ended(test: TestResult, language: Language): string {
  const points = `${pointsText(test.points, language)}/${pointsText(test.maxPoints, language)}`;
  const why = reason(test, language);
  return why === "" ? points : `${points} (${why})`;
}

function reason(test: TestResult, language: Language): string {
  if (test.unplayable) return test.unplayable[language];
  if (test.skippedFor !== undefined) return `${consoleTexts.skipped[language]} ← ${test.skippedFor}`;
  if (test.diagnosis) return causeName(test.diagnosis)[language];
  if (test.failure) return failureSentence(test.failure, language);
  return test.status === "passed" ? "" : consoleTexts[test.status][language];
}
