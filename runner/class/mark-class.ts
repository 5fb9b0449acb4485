import { questionsIn, selectTests } from "../grade/select-tests.ts";
import type { ClassError, ClassResult, ClassStudent, ClassSubmission, Grade } from "../model/class-result.ts";
import { type Result, schemaVersion } from "../model/result.ts";
import type { Language } from "../model/text.ts";
import { gradeStudent } from "../score/grade-student.ts";
import { latenessOf } from "../score/late-policy.ts";
import { clockTime, instantOf } from "../score/local-time.ts";
import type { Policy } from "../score/policy.ts";
import { rescore } from "../score/rescore.ts";
import type { Lab } from "../spec/lab.ts";
import { classTexts } from "../texts/class.ts";
import type { ClassRun, PlannedHandIn, PlannedStudent } from "./class-run.ts";
import { handInsOf } from "./grade-class.ts";
import type { ManualMarks } from "./read-marks.ts";
import type { Store } from "./store.ts";
import type { Summary } from "./summarise.ts";

/** Everything that turns observations into marks. */
export interface Marking {
  lab: Lab;
  policy: Policy;
  marks: ManualMarks;
  /** Language of the messages. @default the one in which the class was graded */
  language?: Language;
}

/** A graded class: its run, and the summaries of its hand-ins by key. */
export interface SummarisedClass {
  store: Store;
  run: ClassRun;
  found: ReadonlyMap<string, Summary>;
}

/** The part of a lab that the class was graded by. */
export function rubricOf(run: ClassRun, lab: Lab): Lab {
  const questions = questionsIn(lab, run.terms);
  return { ...lab, tests: selectTests(lab, undefined, run.terms.program ?? undefined), questions };
}

/** The class with its marks. A student's result is read from disk when `result` is read. */
export function markClass({ store, run, found }: SummarisedClass, marking: Marking): ClassResult {
  const { lab, policy, marks } = marking;
  const rubric = rubricOf(run, lab);
  const byHand = [...marks.maxPoints.values(), ...(rubric.questions ?? []).map(({ points }) => points)];
  const counted = rubric.tests.flatMap(({ optional, points }) => (optional ? [] : points));
  const maxScore = [...counted, ...byHand].reduce((sum, points) => sum + points, 0);
  const inHand = new Map(handInsOf(run).map((handIn) => [handIn.key, handIn]));
  const readResult = resultReader(store, rubric, marks, marking.language ?? run.terms.language);
  const students = run.plan.students.flatMap((student): ClassStudent[] => {
    const attempts = attemptsOf(student, run.attempts, inHand, found);
    // A shard leaves out students whose hand-ins belong to another shard.
    const isElsewhere = student.handIns.length > 0 && attempts.length === 0;
    return isElsewhere ? [] : [markStudent(student, attempts, { ...marking, lab: rubric, maxScore }, readResult)];
  });
  const unmatched = run.plan.unmatched.flatMap(({ key, why }) => {
    const handIn = inHand.get(key);
    const { score = null, error = null } = found.get(key) ?? {};
    return handIn ? [{ path: handIn.path, why, score, error }] : [];
  });
  return {
    schemaVersion,
    lab: { id: lab.id, title: lab.title },
    language: marking.language ?? run.terms.language,
    startedAt: run.startedAt,
    versions: { wirecheck: run.terms.wirecheck },
    maxScore,
    students,
    unmatched,
    policy: {
      deadline: policy.deadline && clockTime(policy.deadline, policy.timezone),
      passMark: policy.passMark,
    },
  };
}

interface Attempt {
  handIn: PlannedHandIn;
  summary: Summary;
  number: number;
}

function attemptsOf(
  { handIns }: PlannedStudent,
  attempts: ClassRun["attempts"],
  inHand: ReadonlyMap<string, PlannedHandIn>,
  found: ReadonlyMap<string, Summary>,
): Attempt[] {
  return handIns.flatMap((key, index): Attempt[] => {
    const [handIn, summary] = [inHand.get(key), found.get(key)];
    // One of two students who share a hand-in may have made another attempt later.
    const counts = attempts === "best" || index === handIns.length - 1;
    return handIn && summary && counts ? [{ handIn, summary, number: index + 1 }] : [];
  });
}

type Marks = Marking & { maxScore: number };

/** Of several attempts the one with the most final points counts; of equal ones the latest. */
function markStudent(
  student: PlannedStudent,
  attempts: readonly Attempt[],
  marking: Marks,
  readResult: ReadResult,
): ClassStudent {
  const marked = attempts.map((attempt) => ({ attempt, grade: gradeOf(student, attempt, marking) }));
  const [best] = marked.toReversed().sort((a, b) => (b.grade?.final ?? -1) - (a.grade?.final ?? -1));
  const grade = best ? best.grade : gradeOf(student, null, marking);
  return toStudent(student, best?.attempt, grade, marking, readResult);
}

function gradeOf(
  student: PlannedStudent,
  attempt: Attempt | null,
  { lab, maxScore, policy, marks }: Marks,
): Grade | null {
  const isUnclear = attempt === null && student.perhaps.length > 0;
  const handedIn = isUnclear ? "unclear" : attempt && { student: student.id, ...timeOf(attempt.handIn, policy) };
  const given = marks.byStudent.get(student.id) ?? [];
  const tests = attempt?.summary.tests ?? null;
  const unplayable = attempt?.summary.unplayable ?? new Map();
  return gradeStudent({ tests, questions: lab.questions, maxScore, unplayable, marks: given, handedIn }, policy);
}

/** A time without a time zone is in the policy's. */
function timeOf({ submittedAt, clock, late }: PlannedHandIn, { timezone }: Policy) {
  const moment = submittedAt === null ? null : new Date(submittedAt);
  return {
    submittedAt: moment ?? (clock === undefined ? null : instantOf(clock, timezone, "earlier")),
    saidLate: late,
  };
}

function toStudent(
  { handIns, perhaps, ...student }: PlannedStudent,
  attempt: Attempt | undefined,
  grade: Grade | null,
  { policy, maxScore }: Marks,
  readResult: ReadResult,
): ClassStudent {
  const { handIn, summary, number } = attempt ?? {};
  return {
    ...student,
    submission: handIn && number ? submissionOf(student.id, handIn, number, handIns.length, policy) : null,
    get result() {
      return handIn && summary?.hasResult ? readResult(handIn.key, student.id) : null;
    },
    error:
      summary?.error ??
      (summary && !grade && isUnplayed(summary, maxScore) ? unplayed : null) ??
      (attempt || perhaps.length === 0 ? null : unclear),
    grade,
  };
}

/** Whether no test that counts could be played. */
function isUnplayed({ unplayable }: Summary, maxScore: number): boolean {
  return unplayable.size > 0 && [...unplayable.values()].reduce((sum, points) => sum + points, 0) >= maxScore;
}

const unplayed: ClassError = { kind: "grader", text: classTexts.unplayed };
const unclear: ClassError = { kind: "owner", text: classTexts.perhapsTheirs };

function submissionOf(
  student: string,
  handIn: PlannedHandIn,
  attempt: number,
  attempts: number,
  policy: Policy,
): ClassSubmission {
  const { path, platform } = handIn;
  const time = timeOf(handIn, policy);
  const lateness = latenessOf({ student, ...time }, policy);
  const submittedAt = time.submittedAt && clockTime(time.submittedAt, policy.timezone);
  const knows = submittedAt !== null && (policy.deadline !== null || policy.extensions.has(student));
  return {
    path,
    platform,
    attempt,
    attempts,
    submittedAt,
    late: knows && lateness !== null ? lateness !== "in time" : handIn.late,
  };
}

/** Reads results and scores them by the rubric; the last one is kept, because a report reads it several times. */
function resultReader(store: Store, rubric: Lab, { byStudent }: ManualMarks, language: Language): ReadResult {
  let last: { key: string; student: string; result: Result } | undefined;
  return (key, student) => {
    if (last?.key !== key || last.student !== student) {
      const observed = store.readResultSync(key);
      last = { key, student, result: rescore(observed, rubric, byStudent.get(student), language) };
    }
    return last.result;
  };
}

/** A hand-in's result with the marks of one student; several students may share a hand-in. */
type ReadResult = (key: string, student: string) => Result;
