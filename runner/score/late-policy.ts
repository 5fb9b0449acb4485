import type { Adjustment } from "../model/class-result.ts";
import { marksTexts } from "../texts/marks.ts";
import { type Policy, unitMs } from "./policy.ts";

/** A hand-in, as far as its being late matters. */
export interface HandedIn {
  /** The student's id, for extensions. */
  student: string;
  submittedAt: Date | null;
  /** What the platform says where no time is known. */
  saidLate: boolean | null;
}

/** How late a hand-in is, in milliseconds; 0 within the grace, null where nobody knows. */
export function latenessMs(handedIn: HandedIn, policy: Policy): number | null {
  const deadline = policy.extensions.get(handedIn.student) ?? policy.deadline;
  if (deadline === null) return 0;
  if (handedIn.submittedAt === null) return handedIn.saidLate === false ? 0 : null;
  const lateMs = handedIn.submittedAt.getTime() - deadline.getTime();
  return lateMs <= policy.graceMs ? 0 : lateMs;
}

/**
 * What being late does to the points: counted from the deadline itself once the grace is over, each day or hour that was
 * begun. A hand-in that is late by nobody knows how much keeps its points, with a line that says so.
 */
export function lateAdjustments(score: number, maxScore: number, handedIn: HandedIn, policy: Policy): Adjustment[] {
  const lateMs = latenessMs(handedIn, policy);
  if (lateMs === null && handedIn.saidLate !== true) return [];
  if (lateMs === null) return [{ kind: "late", points: 0, why: marksTexts.lateUnknown }];
  if (lateMs === 0) return [];
  if (policy.rejectAfterMs !== null && lateMs > policy.rejectAfterMs)
    return [{ kind: "rejected", points: -score, why: marksTexts.rejected(lateMs) }];
  return withFloor(score, maxScore, policy, penaltyFor(score, maxScore, lateMs, policy));
}

function penaltyFor(score: number, maxScore: number, lateMs: number, { penalty }: Policy): Adjustment[] {
  if (penalty === null) return [];
  const units = Math.ceil(lateMs / unitMs(penalty.per));
  const each =
    "points" in penalty ? penalty.points : (penalty.percent / 100) * (penalty.of === "earned" ? score : maxScore);
  const points = Math.min(Math.max(score, 0), units * each);
  return [{ kind: "late", points: -points, why: marksTexts.late(lateMs, units, penalty) }];
}

/** Lateness takes nobody below the floor; who had earned less keeps what was earned. */
function withFloor(score: number, maxScore: number, { floor }: Policy, penalty: Adjustment[]): Adjustment[] {
  const lost = penalty.reduce((sum, { points }) => sum - points, 0);
  const least = Math.min(score, (floor / 100) * maxScore);
  const given = least - (score - lost);
  if (lost === 0 || given <= 0) return penalty;
  return [...penalty, { kind: "floor", points: given, why: marksTexts.floor(floor) }];
}
