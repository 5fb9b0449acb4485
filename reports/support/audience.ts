import type { Adjustment, ClassResult, ClassStudent } from "../../runner/model/class-result.ts";
import type { Result } from "../../runner/model/result.ts";
import { audienceTexts } from "../../runner/texts/audience.ts";
import { withoutHiddenTests } from "./audience/hidden-tests.ts";
import { withoutIdentity } from "./audience/identity.ts";

/** The audiences of a report: the student it is about, the instructor, and the public. */
export const audiences = ["student", "instructor", "public"] as const;
export type Audience = (typeof audiences)[number];

/**
 * A result without what its readers may not see. Students see only the ending and the points of hidden tests; if there
 * are any, they do not see the seed either, because it determines their payloads. The public sees neither whose work it
 * is nor anything that the program or its author wrote.
 */
export function forAudience(result: Result, audience: Audience): Result {
  if (audience === "instructor") return result;
  const shown = withoutRubrics(withoutHiddenTests(result));
  return audience === "public" ? withoutIdentity(shown) : shown;
}

/**
 * The students of a class as the readers may see them, one at a time. The public sees numbers instead of names, in the
 * order of the hand-ins' digests, so that the position in the list reveals no name.
 */
export function* studentsFor(graded: ClassResult, audience: Audience): Generator<ClassStudent> {
  if (audience === "instructor") yield* graded.students;
  else if (audience === "public") yield* numbered(graded);
  else for (const student of graded.students) yield forThemselves(student);
}

function forThemselves({ result, ...student }: ClassStudent): ClassStudent {
  const { grade, error } = student;
  return {
    ...student,
    result: result && forAudience(result, "student"),
    error: error?.kind === "grader" ? { ...error, text: audienceTexts.notYourFault } : error,
    grade: grade && { ...grade, adjustments: grade.adjustments.map(withoutNote) },
  };
}

/** Rubrics contain the answers, and comments on marks are for the instructor only. */
function withoutRubrics(result: Result): Result {
  const { questions } = result;
  return questions ? { ...result, questions: questions.map(({ rubric, comment, ...shown }) => shown) } : result;
}

/** Comments on marks given by hand are for the instructor only. */
function withoutNote(adjustment: Adjustment): Adjustment {
  return adjustment.kind === "manual" ? { ...adjustment, why: audienceTexts.byHand } : adjustment;
}

function* numbered(graded: ClassResult): Generator<ClassStudent> {
  const digests = graded.students.map((student, index) => ({
    index,
    digest: student.result?.submission.sha256 ?? "~",
  }));
  digests.sort((a, b) => (a.digest < b.digest ? -1 : Number(a.digest > b.digest)));
  for (const [place, { index }] of digests.entries()) {
    const student = graded.students[index];
    if (student) yield nameless(student, `student-${place + 1}`);
  }
}

function nameless({ result, submission, error, grade }: ClassStudent, number: string): ClassStudent {
  return {
    id: number,
    ...{ name: null, email: null, section: null, username: null, sisId: null, platformId: null },
    fileStem: number,
    submission: submission && { ...submission, path: number, attempt: 1, attempts: 1, submittedAt: null, late: null },
    result: result && { ...forAudience(result, "public"), submission: { id: number, sha256: "" } },
    error: error && { ...error, text: audienceTexts.notGraded },
    grade: grade && { ...grade, adjustments: [] },
  };
}
