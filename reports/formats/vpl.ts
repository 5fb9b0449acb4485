import type { ClassStudent } from "../../runner/model/class-result.ts";
import type { Result, TestResult } from "../../runner/model/result.ts";
import type { Language } from "../../runner/model/text.ts";
import { printableLine } from "../../runner/texts/printable.ts";
import { failureText } from "../support/words/failure-text.ts";
import { gradeSteps } from "../support/words/grade-steps.ts";
import { pointsText } from "../support/words/points.ts";
import { gradeText } from "../support/words/questions.ts";
import { skipReason } from "../support/words/skipped.ts";
import { testMessage, testTitle } from "../support/words/test-words.ts";

/**
 * The output of an evaluation in Moodle's Virtual Programming Lab: comments, and the grade, scaled to the activity's
 * maximum. Every line that quotes a program begins with `>`, so that it cannot be read as a grade. A hand-in that could
 * not be graded gets comments and no grade. See https://vpl.dis.ulpgc.es.
 *
 * @param most the activity's grade for full marks
 */
export function vpl({ result, grade, error }: ClassStudent, most: number, language: Language): string {
  const lines = result && grade ? marks(result, language) : [quoted(error?.text[language] ?? "")];
  const head = grade ? [`-${gradeText(grade, language)}`, ...gradeSteps(grade, language).map(quoted)] : [];
  const comments = ["<|--", ...head, ...lines, "--|>"];
  const isKnown = grade !== null && grade.maxScore > 0;
  const share = isKnown ? Math.max(0, grade.final / grade.maxScore) : 0;
  const mark = isKnown ? [`Grade :=>> ${Math.round(share * most * 1e5) / 1e5}`] : [];
  return `${[...comments, ...mark].join("\n")}\n`;
}

function marks(result: Result, language: Language): string[] {
  return result.tests.flatMap((test) => {
    const title = `-${printableLine(testTitle(test, language))}: ${reached(test, language)}`;
    return [title, ...details(test, result, language).map(quoted)];
  });
}

function reached({ points, maxPoints }: TestResult, language: Language): string {
  return `${pointsText(points, language)}/${pointsText(maxPoints, language)}`;
}

function details(test: TestResult, result: Result, language: Language): string[] {
  if (test.status === "passed") return [];
  if (test.status === "skipped") return [skipReason(test, language)];
  if (test.status === "error") return [testMessage(test, language)];
  return failureText(test, result, language).split("\n");
}

/** A line that VPL shows unchanged. */
function quoted(line: string): string {
  return `>${printableLine(line)}`;
}
