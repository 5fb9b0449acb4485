import type { ClassStudent } from "../../../runner/model/class-result.ts";
import type { Result, TestResult } from "../../../runner/model/result.ts";
import type { Language } from "../../../runner/model/text.ts";
import { consoleTexts, provisional, sameCauseAs } from "../../../runner/texts/console.ts";
import { reportTexts, stillPending } from "../../../runner/texts/reports.ts";
import { causeKey, causeName } from "../../support/words/cause-words.ts";
import { gradeSteps } from "../../support/words/grade-steps.ts";
import { testPoints } from "../../support/words/points.ts";
import { isPending, marksOf, marksText, questionPoints } from "../../support/words/questions.ts";
import { skipReason } from "../../support/words/skipped.ts";
import { studentLabel } from "../../support/words/student-label.ts";
import { type Ending, endingOf, endings, testTitle } from "../../support/words/test-words.ts";
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
  const tables = [...testTable(result, language), ...questionTable(result, language)];
  const note = result.isolation.tier === "local" ? [`> ${provisional[language]}`] : [];
  const parts = [heading, ...note, marks(student, result, language), ...tables, ...failures(result, language)];
  return `${parts.join("\n\n")}\n`;
}

function marks({ grade, error }: ClassStudent, result: Result, language: Language): string {
  const counts = endings.flatMap((ending) => {
    const count = result.tests.filter((test) => endingOf(test) === ending).length;
    return count === 0 ? [] : [`${count} ${consoleTexts[ending][language]}`];
  });
  const pending = (result.questions ?? []).filter(isPending).length;
  if (pending > 0) counts.push(stillPending(pending)[language]);
  // Points of an incompletely graded hand-in are not a mark.
  const points = error && !grade ? reportTexts.notGraded[language] : marksText(marksOf(result, grade), language);
  const marked = `**${consoleTexts.total[language]}: ${points}**`;
  const total = [marked, ...(counts.length > 0 ? [counts.join(", ")] : [])].join(" · ");
  const steps = grade ? gradeSteps(grade, language).map((step) => `- ${markdownText(step)}`) : [];
  if (error && !grade) steps.push(`- ${markdownText(error.text[language])}`);
  return [total, ...(steps.length > 0 ? ["", ...steps] : [])].join("\n");
}

function testTable(result: Result, language: Language): string[] {
  if (result.tests.length === 0) return [];
  const rows = result.tests.map((test) => {
    const reason = skipReason(test, language);
    const gate = reason && ` – ${reason}`;
    const words = markdownText(`${testTitle(test, language)}${gate}`);
    return `| ${signs[endingOf(test)]} | ${words} | ${testPoints(test, language)} |`;
  });
  const header = `| | ${reportTexts.test[language]} | ${reportTexts.points[language]} |\n| --- | --- | ---: |`;
  return [[header, ...rows].join("\n")];
}

function questionTable({ questions = [] }: Result, language: Language): string[] {
  if (questions.length === 0) return [];
  const rows = questions.map((question) => {
    const pending = isPending(question) ? ` – ${reportTexts.pending[language]}` : "";
    const sign = isPending(question) ? "⏳" : "✍️";
    const points = questionPoints(question, language);
    return `| ${sign} | ${markdownText(`${question.title[language]}${pending}`)} | ${points} |`;
  });
  const header = `| | ${reportTexts.questions[language]} | ${reportTexts.points[language]} |\n| --- | --- | ---: |`;
  return [[header, ...rows].join("\n")];
}

const signs: Record<Ending, string> = { passed: "✅", failed: "❌", notEarned: "◽", skipped: "➖", error: "⚠️" };

/** A cause is explained once; later tests refer to that test. */
function failures(result: Result, language: Language): string[] {
  const told = new Map<string, string>();
  return result.tests
    .filter((test) => isTold(test))
    .flatMap((test) => {
      const cause = causeKey(test);
      const toldIn = cause === null ? undefined : told.get(cause);
      if (cause !== null && toldIn === undefined) told.set(cause, test.id);
      if (!test.diagnosis || toldIn === undefined) return failedTest(test, result, language);
      return failedTest(test, result, language, sameCauseAs(toldIn, causeName(test.diagnosis)));
    });
}

/** A hidden test without details is only in the table. */
function isTold(test: TestResult): boolean {
  const isBad = ["failed", "error"].includes(endingOf(test));
  return isBad && (test.failure !== null || test.diagnosis !== null || test.message !== null);
}
