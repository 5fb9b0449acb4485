import type { ClassStudent } from "../../runner/class-result.ts";
import type { Result, TestResult } from "../../runner/result.ts";
import type { Language } from "../../runner/text.ts";
import { consoleTexts, sameCauseAs, skippedBecause } from "../../runner/texts/console.ts";
import { diagnosisTexts } from "../../runner/texts/diagnoses.ts";
import { outOf, reportTexts } from "../../runner/texts/reports.ts";
import { gradeSteps } from "../words/grade-steps.ts";
import { pointsText, testPoints } from "../words/points.ts";
import { studentLabel } from "../words/student-label.ts";
import { type Ending, endingOf, endings, testTitle } from "../words/test-words.ts";
import { markdownText } from "./escape.ts";
import { failedTest } from "./failed-test.ts";

/** A student's report as Markdown: the marks, a table of the tests, and what to do about those that failed. */
export function studentPage(student: ClassStudent, title: string, language: Language): string {
  const { result, error, submission } = student;
  const heading = `# ${markdownText(`${title} · ${studentLabel(student)}`)}`;
  if (!result) {
    const why = error?.text[language] ?? reportTexts[submission ? "notGraded" : "nothingHandedIn"][language];
    return `${heading}\n\n${markdownText(why)}\n`;
  }
  const parts = [heading, marks(student, result, language), testTable(result, language), ...failures(result, language)];
  return `${parts.join("\n\n")}\n`;
}

function marks({ grade }: ClassStudent, result: Result, language: Language): string {
  const points = (value: number) => pointsText(value, language);
  const [score, most] = [grade?.final ?? result.score, grade?.maxScore ?? result.maxScore];
  const counts = endings.flatMap((ending) => {
    const count = result.tests.filter((test) => endingOf(test) === ending).length;
    return count === 0 ? [] : [`${count} ${consoleTexts[ending][language]}`];
  });
  const total = `**${consoleTexts.total[language]}: ${outOf(points(score), points(most))[language]}** · ${counts.join(", ")}`;
  const steps = grade ? gradeSteps(grade, language).map((step) => `- ${markdownText(step)}`) : [];
  return [total, ...(steps.length > 0 ? ["", ...steps] : [])].join("\n");
}

function testTable(result: Result, language: Language): string {
  const rows = result.tests.map((test) => {
    const gate = test.skippedFor === undefined ? "" : ` – ${skippedBecause(1, test.skippedFor)[language]}`;
    const words = markdownText(`${testTitle(test, language)}${gate}`);
    return `| ${signs[endingOf(test)]} | ${words} | ${testPoints(test, language)} |`;
  });
  const header = `| | ${reportTexts.test[language]} | ${reportTexts.points[language]} |\n| --- | --- | ---: |`;
  return [header, ...rows].join("\n");
}

const signs: Record<Ending, string> = { passed: "✅", failed: "❌", notEarned: "◽", skipped: "➖", error: "⚠️" };

/** A cause is told in full once; later tests refer to the one that tells it. */
function failures(result: Result, language: Language): string[] {
  const told = new Map<string, string>();
  return result.tests
    .filter((test) => isTold(test))
    .flatMap((test) => {
      const cause = test.diagnosis && `${test.program} ${test.diagnosis.code}`;
      const toldIn = cause === null ? undefined : told.get(cause);
      if (cause !== null && toldIn === undefined) told.set(cause, test.id);
      if (!test.diagnosis || toldIn === undefined) return failedTest(test, result, language);
      return failedTest(test, result, language, sameCauseAs(toldIn, diagnosisTexts[test.diagnosis.code].name));
    });
}

/** A hidden test that tells nothing of itself has its line in the table alone. */
function isTold(test: TestResult): boolean {
  const isBad = ["failed", "error"].includes(endingOf(test));
  return isBad && (test.failure !== null || test.diagnosis !== null || test.message !== null);
}
