import type { ClassStudent } from "../../runner/model/class-result.ts";
import type { Result, TestResult } from "../../runner/model/result.ts";
import type { Language } from "../../runner/model/text.ts";
import { printable, printableLine } from "../../runner/texts/printable.ts";
import { failureText } from "../support/words/failure-text.ts";
import { gradeSteps } from "../support/words/grade-steps.ts";
import { skipReason } from "../support/words/skipped.ts";
import { endingOf, testMessage, testTitle } from "../support/words/test-words.ts";

/**
 * `results.json` of PrairieLearn's external graders; see https://prairielearn.readthedocs.io/en/latest/externalGrading/.
 * A hand-in that could not be graded is "not gradable" there, which costs neither points nor an attempt.
 */
export function prairielearn({ result, grade, error }: ClassStudent, language: Language): string {
  const json =
    result && grade
      ? {
          gradable: true,
          score: grade.maxScore === 0 ? 0 : Math.min(1, Math.max(0, grade.final / grade.maxScore)),
          message: printable(gradeSteps(grade, language).join("\n")),
          tests: result.tests.map((test) => entry(test, result, language)),
        }
      : { gradable: false, message: printable(error?.text[language] ?? "") };
  return `${JSON.stringify(json, null, 2)}\n`;
}

function entry(test: TestResult, result: Result, language: Language) {
  const isCounted = !test.optional && !test.unplayable;
  return {
    name: printableLine(testTitle(test, language)),
    points: test.points,
    max_points: isCounted ? test.maxPoints : 0,
    message: printableLine(test.status === "skipped" ? skipReason(test, language) : testMessage(test, language)),
    output: endingOf(test) === "passed" || test.status === "skipped" ? "" : failureText(test, result, language),
  };
}
