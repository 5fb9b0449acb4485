import type { QuestionResult } from "../model/result.ts";
import type { ManualMark } from "./grade-student.ts";
import type { MarkedQuestion } from "./rubric.ts";

/** The questions with the marks that a person gave; a question without one is pending, which is not zero. */
export function markQuestions(
  questions: readonly MarkedQuestion[] | undefined,
  marks: readonly ManualMark[] = [],
): { questions?: QuestionResult[] } {
  if (questions === undefined) return {};
  return { questions: questions.map((question) => marked(question, marks)) };
}

function marked({ id, title, text, rubric, points }: MarkedQuestion, marks: readonly ManualMark[]): QuestionResult {
  const mark = marks.find(({ item }) => item === id);
  return {
    id,
    title,
    ...(text && { text }),
    rubric: [...rubric],
    points: mark?.points ?? null,
    maxPoints: points,
    ...(mark?.comment != null && { comment: mark.comment }),
  };
}
