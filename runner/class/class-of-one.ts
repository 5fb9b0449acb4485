import type { ClassResult } from "../model/class-result.ts";
import { type Result, schemaVersion } from "../model/result.ts";
import { gradeStudent } from "../score/grade-student.ts";
import type { HandedIn } from "../score/late-policy.ts";
import { noPolicy, type Policy } from "../score/policy.ts";
import { classTexts } from "../texts/class.ts";
import { earnedIn } from "./summarise.ts";

/** How the points of a single hand-in become marks. */
export interface Terms {
  policy: Policy;
  handedIn: Omit<HandedIn, "student">;
}

/**
 * A class with this hand-in only, for the reports that are written for classes. As in a class, it has no grade while a
 * test is undecided.
 *
 * @param terms @default the points unchanged
 */
export function classOfOne(result: Result, { policy, handedIn }: Terms = asTheyAre): ClassResult {
  const { id } = result.submission;
  const anonymous = { name: null, email: null, section: null, username: null, sisId: null, platformId: null };
  const submission = { path: id, platform: "folder", attempt: 1, attempts: 1, submittedAt: null, late: null } as const;
  const { unjudged, tests, unplayable } = earnedIn(result);
  const maxScore = result.maxScore + [...unplayable.values()].reduce((sum, points) => sum + points, 0);
  const earned = {
    tests,
    questions: (result.questions ?? []).map(({ id, maxPoints }) => ({ id, points: maxPoints })),
    ...{ maxScore, unplayable, marks: [], handedIn: { student: id, ...handedIn } },
  };
  return {
    schemaVersion,
    lab: result.lab,
    language: result.language,
    startedAt: result.startedAt,
    versions: result.versions,
    maxScore,
    students: [
      {
        ...{ id, ...anonymous, fileStem: "report", submission, result },
        error: unjudged.length === 0 ? null : { kind: "grader", text: classTexts.testsUnjudged(unjudged) },
        grade: gradeStudent(earned, policy),
      },
    ],
    unmatched: [],
    policy: { deadline: policy.deadline?.toISOString() ?? null, passMark: policy.passMark },
  };
}

const asTheyAre: Terms = { policy: noPolicy, handedIn: { submittedAt: null, saidLate: null } };
