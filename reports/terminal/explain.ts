import type { ClassResult, ClassStudent } from "../../runner/model/class-result.ts";
import type { QuestionResult, TestResult } from "../../runner/model/result.ts";
import type { Language } from "../../runner/model/text.ts";
import { classTexts } from "../../runner/texts/class.ts";
import { consoleTexts } from "../../runner/texts/console.ts";
import { printableLine } from "../../runner/texts/printable.ts";
import { outOf, reportTexts } from "../../runner/texts/reports.ts";
import { gradeSteps } from "../support/words/grade-steps.ts";
import { pointsText } from "../support/words/points.ts";
import { gradeText, isPending, isWaiting, questionPoints } from "../support/words/questions.ts";
import { studentLabel } from "../support/words/student-label.ts";
import { whatHappened } from "./what-happened.ts";

/**
 * The arithmetic of one student's mark, from the points of each test to the gradebook; then all events and output, for
 * an instructor who has to answer a question about it.
 */
export function explanation(
  graded: ClassResult,
  student: ClassStudent,
  look: { language: Language; width: number },
): string {
  const { language } = look;
  const { result, grade, error } = student;
  const lines = [studentLabel(student), ...handedIn(student, language), ""];
  lines.push(...(result?.tests ?? []).map((test) => testLine(test, language)));
  lines.push(...(result?.questions ?? []).map((question) => questionLine(question, language)));
  if (error) lines.push(error.text[language]);
  const happened = result ? whatHappened(result, look) : [];
  if (!grade) {
    const blank = isWaiting(student) ? reportTexts.pending[language] : classTexts.blank[language];
    return page([...lines, blank, ...happened]);
  }
  const points = (value: number) => outOf(pointsText(value, language), pointsText(graded.maxScore, language))[language];
  const final = `${reportTexts.final[language]}: ${gradeText(grade, language)} = ${pointsText(grade.percent, language)} %`;
  const verdict = grade.passed === null ? "" : `, ${classTexts[grade.passed ? "labPassed" : "labFailed"][language]}`;
  return page([
    ...lines,
    `${consoleTexts.total[language]}: ${points(grade.score)}`,
    ...gradeSteps(grade, language).map((step) => `  ${step}`),
    final + verdict,
    ...happened,
  ]);
}

function handedIn({ submission, error }: ClassStudent, language: Language): string[] {
  if (!submission) return error ? [] : [reportTexts.nothingHandedIn[language]];
  const { path, attempt, attempts, submittedAt } = submission;
  const number = attempts > 1 ? [classTexts.attempt(attempt, attempts)[language]] : [];
  return [[path, ...number, ...(submittedAt === null ? [] : [submittedAt.replace("T", " ")])].join(", ")];
}

function testLine(test: TestResult, language: Language): string {
  const points = `${pointsText(test.points, language)}/${pointsText(test.maxPoints, language)}`;
  const extra = test.optional ? ` (${consoleTexts.extraCredit[language]})` : "";
  const gate = test.skippedFor === undefined ? "" : ` ← ${test.skippedFor}`;
  const reason = test.unplayable ? `: ${test.unplayable[language]}` : "";
  return `  ${points.padStart(9)}  ${test.id}: ${consoleTexts[test.status][language]}${gate}${extra}${reason}`;
}

function questionLine(question: QuestionResult, language: Language): string {
  const note = isPending(question) ? reportTexts.pending[language] : (question.comment ?? "");
  return `  ${questionPoints(question, language).padStart(9)}  ${question.id}${note && `: ${note}`}`;
}

function page(lines: readonly string[]): string {
  return `${lines.map(printableLine).join("\n")}\n`;
}
