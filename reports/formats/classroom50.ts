import type { Result, TestResult } from "../../runner/model/result.ts";
import type { Language } from "../../runner/model/text.ts";
import { printableLine } from "../../runner/texts/printable.ts";
import { testMessage, testTitle } from "../support/words/test-words.ts";

/** The submission of a result, from the environment of Classroom 50's autograder. */
export interface Classroom50Place {
  classroom: string;
  assignment: string;
  submission: string;
  commit: string;
  release: string;
  review: string;
}

/**
 * `result.json` of Classroom 50, the successor of GitHub Classroom; see the wiki of foundation50/classroom50, "Advanced
 * Autograding". Scores there are whole numbers: if a lab's are not, all are multiplied by a hundred. Tests that could
 * not be played, and extra credit that was not earned, are left out.
 */
export function classroom50(result: Result, place: Classroom50Place, language: Language): string {
  const counted = result.tests.filter((test) => !test.unplayable && !(test.optional && test.points === 0));
  const isWhole = counted.every(({ points, maxPoints }) => Number.isInteger(points) && Number.isInteger(maxPoints));
  const whole = (points: number) => Math.round(points * (isWhole ? 1 : 100));
  const tests = counted.map((test) => entry(test, whole, language));
  const json = {
    schema: "classroom50/result/v1",
    ...place,
    datetime: `${result.startedAt.slice(0, 19)}Z`,
    score: tests.reduce((sum, test) => sum + test.score, 0),
    "max-score": tests.reduce((sum, test) => sum + test["max-score"], 0),
    tests,
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

function entry(test: TestResult, whole: (points: number) => number, language: Language) {
  const message = test.status === "passed" ? "" : printableLine(testMessage(test, language));
  return {
    "test-name": printableLine(testTitle(test, language)),
    passed: test.status === "passed",
    score: whole(test.points),
    "max-score": test.optional ? 0 : whole(test.maxPoints),
    ...(message !== "" && { message }),
  };
}
