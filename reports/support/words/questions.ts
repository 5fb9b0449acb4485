import type { ClassStudent, Grade } from "../../../runner/model/class-result.ts";
import type { QuestionResult, Result } from "../../../runner/model/result.ts";
import type { Language, Text } from "../../../runner/model/text.ts";
import { outOf, outOfSoFar, reportTexts } from "../../../runner/texts/reports.ts";
import { pointsText } from "./points.ts";

/** Points, and how many of them somebody has not decided about yet. */
export interface Marks {
  points: number;
  most: number;
  /** Points of questions without a mark. */
  pending: number;
}

/** The marks of a student, or failing that of the hand-in alone. */
export function marksOf(result: Result, grade: Grade | null): Marks {
  if (grade) return { points: grade.final, most: grade.maxScore, pending: grade.pending ?? 0 };
  return { points: result.score, most: result.maxScore, pending: pendingPoints(result) };
}

/** "66 of 100", while questions have no mark "66 of the 80 graded so far", and "pending" where nothing has one. */
export function marksText({ points, most, pending }: Marks, language: Language): string {
  if (pending > 0 && pending === most) return reportTexts.pending[language];
  const say = (value: number) => pointsText(value, language);
  const words = pending > 0 ? outOfSoFar(say(points), say(most - pending)) : outOf(say(points), say(most));
  return words[language];
}

/** What the final points of a student are out of; those of an unfinished grade are final for nobody. */
export function gradeText({ final, maxScore, pending = 0 }: Grade, language: Language): string {
  return marksText({ points: final, most: maxScore, pending }, language);
}

/** Final points for a gradebook that has no room to say "so far": blank until every question is marked. */
export function gradebookPoints(grade: Grade | null): number | null {
  return grade && grade.pending === undefined ? grade.final : null;
}

/** Points of the questions of a result that nobody has marked yet. */
export function pendingPoints({ questions = [] }: Pick<Result, "questions">): number {
  return questions.filter(isPending).reduce((sum, { maxPoints }) => sum + maxPoints, 0);
}

/** Whether nobody has marked it yet. */
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

/** Whether a student has no grade for the one reason that nothing of it is marked yet. */
export function isWaiting({ grade, error, submission }: Pick<ClassStudent, "grade" | "error" | "submission">): boolean {
  return grade === null && error === null && submission !== null;
}
