import type { Adjustment } from "../model/class-result.ts";
import { marksTexts } from "../texts/marks.ts";
import { daysAfter, daysBetween } from "./local-time.ts";
import type { Policy } from "./policy.ts";

/** What decides whether a hand-in is late. */
export interface HandedIn {
  /** The student's id, for extensions. */
  student: string;
  submittedAt: Date | null;
  /** Whether the platform calls it late, used when no time is known. */
  saidLate: boolean | null;
}

/** How late a hand-in is. */
export interface Lateness {
  deadline: Date;
  submittedAt: Date;
}

/** How late a hand-in is; "in time" within the grace period, null when it is not known. */
export function latenessOf(handedIn: HandedIn, policy: Policy): Lateness | "in time" | null {
  const { submittedAt, saidLate } = handedIn;
  const deadline = policy.extensions.get(handedIn.student) ?? policy.deadline;
  if (deadline === null) return "in time";
  if (submittedAt === null) return saidLate === false ? "in time" : null;
  return submittedAt.getTime() - deadline.getTime() <= policy.graceMs ? "in time" : { deadline, submittedAt };
}

/**
 * What being late costs. Once the grace period is over, every day or hour begun since the deadline itself counts. A
 * hand-in that is late by an unknown time keeps its points, with a line that says so.
 */
export function lateAdjustments(score: number, maxScore: number, handedIn: HandedIn, policy: Policy): Adjustment[] {
  const late = latenessOf(handedIn, policy);
  if (late === null && handedIn.saidLate !== true) return [];
  if (late === null) return [{ kind: "late", points: 0, why: marksTexts.lateUnknown }];
  if (late === "in time") return [];
  const span = daysBetween(late.deadline, late.submittedAt, policy.timezone);
  if (isRejected(late, policy)) return [{ kind: "rejected", points: -score, why: marksTexts.rejected(span) }];
  return withFloor(score, maxScore, policy, penaltyFor(score, maxScore, late, policy));
}

function isRejected({ deadline, submittedAt }: Lateness, { rejectAfter, timezone }: Policy): boolean {
  if (rejectAfter === null) return false;
  const last =
    "days" in rejectAfter
      ? daysAfter(deadline, rejectAfter.days, timezone)
      : new Date(deadline.getTime() + rejectAfter.hours * hourMs);
  return submittedAt.getTime() > last.getTime();
}

const hourMs = 60 * 60_000;

function penaltyFor(score: number, maxScore: number, late: Lateness, { penalty, timezone }: Policy): Adjustment[] {
  if (penalty === null) return [];
  const span = daysBetween(late.deadline, late.submittedAt, timezone);
  const hours = (late.submittedAt.getTime() - late.deadline.getTime()) / hourMs;
  // A day ends when the clocks show the deadline's time again; when summer time ends, that takes 25 hours.
  const units = penalty.per === "day" ? span.days + (span.restMs > 0 ? 1 : 0) : Math.ceil(hours);
  const each =
    "points" in penalty ? penalty.points : (penalty.percent / 100) * (penalty.of === "earned" ? score : maxScore);
  const points = Math.min(Math.max(score, 0), units * each);
  return [{ kind: "late", points: -points, why: marksTexts.late(span, units, penalty) }];
}

/** Lateness never lowers points below the floor; a student who earned less than the floor keeps those points. */
function withFloor(score: number, maxScore: number, { floor }: Policy, penalty: Adjustment[]): Adjustment[] {
  const lost = penalty.reduce((sum, { points }) => sum - points, 0);
  const least = Math.min(score, (floor / 100) * maxScore);
  const given = least - (score - lost);
  if (lost === 0 || given <= 0) return penalty;
  return [...penalty, { kind: "floor", points: given, why: marksTexts.floor(floor) }];
}
