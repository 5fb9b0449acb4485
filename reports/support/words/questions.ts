import type { ClassStudent, Grade } from "../../../runner/model/class-result.ts";
import type { QuestionResult, Result } from "../../../runner/model/result.ts";
import type { Language, Text } from "../../../runner/model/text.ts";
import { outOf, outOfSoFar, reportTexts } from "../../../runner/texts/reports.ts";
import { pointsText } from "./points.ts";

/** Points, with those of questions that are not marked yet. */
export interface Marks {
  points: number;
  most: number;
  /** Points of questions without a mark. */
  pending: number;
}

/** The marks of a student, or without a grade those of the hand-in. */
export function marksOf(result: Result, grade: Grade | null): Marks {
  if (grade) return { points: grade.final, most: grade.maxScore, pending: grade.pending ?? 0 };
  return { points: result.score, most: result.maxScore, pending: pendingPoints(result) };
}

/** "66 of 100"; with unmarked questions "66 of the 80 graded so far"; "pending" without any mark. */
export function marksText({ points, most, pending }: Marks, language: Language): string {
  if (pending > 0 && pending === most) return reportTexts.pending[language];
  const say = (value: number) => pointsText(value, language);
  const words = pending > 0 ? outOfSoFar(say(points), say(most - pending)) : outOf(say(points), say(most));
  return words[language];
}

/** The final points of a student as text; an unfinished grade says that it is not final. */
export function gradeText({ final, maxScore, pending = 0 }: Grade, language: Language): string {
  return marksText({ points: final, most: maxScore, pending }, language);
}

/** Final points for a gradebook that cannot say "so far"; null until every question is marked. */
export function gradebookPoints(grade: Grade | null): number | null {
  return grade && grade.pending === undefined ? grade.final : null;
}

/** Points of the questions without a mark. */
export function pendingPoints({ questions = [] }: Pick<Result, "questions">): number {
  return questions.filter(isPending).reduce((sum, { maxPoints }) => sum + maxPoints, 0);
}

/** Whether it has no mark yet. */
export function isPending({ points }: QuestionResult): boolean {
  return points === null;
}

/** "7/10", or "?/10" while it is pending. */
export function questionPoints({ points, maxPoints }: QuestionResult, language: Language): string {
  return `${points === null ? "?" : pointsText(points, language)}/${pointsText(maxPoints, language)}`;
}

/** The same words in both languages. */
export function inBoth(words: (language: Language) => string): Text {
  return { en: words("en"), id: words("id") };
}

/** Whether a student has no grade only because nothing is marked yet. */
export function isWaiting({ grade, error, submission }: Pick<ClassStudent, "grade" | "error" | "submission">): boolean {
  return grade === null && error === null && submission !== null;
}
