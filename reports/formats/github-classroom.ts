import type { Grade } from "../../runner/model/class-result.ts";
import type { Result } from "../../runner/model/result.ts";
import type { Language } from "../../runner/model/text.ts";
import { printableLine } from "../../runner/texts/printable.ts";
import { reportTexts } from "../../runner/texts/reports.ts";
import { studentsFor } from "../support/audience.ts";
import type { ReportFormat } from "../support/report-format.ts";
import { endingOf, testMessage, testTitle } from "../support/words/test-words.ts";

/**
 * A GitHub Classroom runner's `result` as a line for `$GITHUB_OUTPUT`. Every test earns all or nothing, so that
 * GitHub's share of passed tests stays close to the reported points. Extra credit that was not earned is left out,
 * because it would count as failed.
 */
export const githubClassroom: ReportFormat = {
  title: { en: "result of a GitHub Classroom runner", id: "hasil runner GitHub Classroom" },
  audiences: ["student", "instructor", "public"],
  *files(graded, { audience, language }) {
    for (const { fileStem, result, grade } of studentsFor(graded, audience)) {
      if (!result || !grade) continue;
      const json = JSON.stringify(runnerResult(result, grade, language));
      yield { path: `github-classroom/${fileStem}.txt`, content: `result=${Buffer.from(json).toString("base64")}\n` };
    }
  },
};

function runnerResult(result: Result, grade: Grade, language: Language) {
  const tests = result.tests.filter((test) => endingOf(test) !== "notEarned" && !test.unplayable);
  return {
    version: 1,
    status: overall(tests),
    max_score: hundredths(grade.maxScore - (grade.pending ?? 0)),
    tests: [
      ...tests.map((test) => testEntry(test, language)),
      ...questionEntries(result, language),
      ...adjustmentEntries(result, grade, language),
    ],
  };
}

function testEntry(test: Result["tests"][number], language: Language) {
  return {
    name: printableLine(testTitle(test, language)),
    status: statusOf(test),
    score: test.points,
    message: printableLine(testMessage(test, language)),
    test_code: printableLine(test.failure?.did ?? ""),
    filename: "",
    line_no: 0,
    execution_time: `${Math.round(test.durationMs) / 1000}s`,
  };
}

/** Questions that have a mark; pending ones are left out of the maximum, too. */
function questionEntries({ questions = [] }: Result, language: Language) {
  return questions.flatMap((question) =>
    question.points === null
      ? []
      : {
          name: printableLine(question.title[language]),
          status: "pass" as const,
          score: question.points,
          ...{ message: "", test_code: "", filename: "", line_no: 0, execution_time: "0s" },
        },
  );
}

/**
 * Adjustments after the tests: lateness, marks given by hand, rounding. With them the sum of all entries is the
 * student's mark.
 */
function adjustmentEntries({ score }: Result, grade: Grade, language: Language) {
  const { adjustments, final } = grade;
  // If readers may not see the steps, their sum is still part of the mark.
  const rest = hundredths(final - score - adjustments.reduce((sum, { points }) => sum + points, 0));
  const steps = adjustments.map(({ why, points }) => ({ name: printableLine(why[language]), points }));
  const all = rest === 0 ? steps : [...steps, { name: reportTexts.final[language], points: rest }];
  return all
    .filter(({ points }) => points !== 0)
    .map(({ name, points }) => ({
      name,
      status: "pass" as const,
      score: points,
      ...{ message: "", test_code: "", filename: "", line_no: 0, execution_time: "0s" },
    }));
}

function hundredths(points: number): number {
  return Math.round(points * 100) / 100;
}

type RunnerStatus = "pass" | "fail" | "error";

function overall(tests: Result["tests"]): RunnerStatus {
  const statuses = tests.map(statusOf);
  if (statuses.includes("error")) return "error";
  return statuses.includes("fail") ? "fail" : "pass";
}

function statusOf({ status }: Result["tests"][number]): RunnerStatus {
  if (status === "error") return "error";
  return status === "passed" ? "pass" : "fail";
}
