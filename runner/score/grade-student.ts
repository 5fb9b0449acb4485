import type { Adjustment, Grade } from "../model/class-result.ts";
import { marksTexts } from "../texts/marks.ts";
import { type HandedIn, lateAdjustments } from "./late-policy.ts";
import type { Policy } from "./policy.ts";

/** A mark that was given by hand: in place of a test's points, of all points, or for something that no test covers. */
export interface ManualMark {
  /** Id of a test, `total`, or a name of its own. */
  item: string;
  points: number;
  comment: string | null;
}

/** Everything that decides a student's marks. */
export interface Earned {
  /** Points of each graded test, by id; null when nothing was graded, or not with certainty. */
  tests: ReadonlyMap<string, number> | null;
  /** The lab's questions: their marks count as points; a question without a mark is pending. */
  questions?: readonly { id: string; points: number }[] | undefined;
  /** Maximum points in the class, including those given by hand. */
  maxScore: number;
  /** Points of the tests that could not be played, by id: they do not count. @default none */
  unplayable?: ReadonlyMap<string, number>;
  marks: readonly ManualMark[];
  /** null: nothing was handed in; `unclear`: something was, but it is not certain by whom. */
  handedIn: HandedIn | "unclear" | null;
}

/** A student's marks; null (a blank) when they cannot be known: the grader failed, or it is not certain what was handed in. */
export function gradeStudent(earned: Earned, policy: Policy): Grade | null {
  const { tests, marks, maxScore, handedIn } = earned;
  const isMissing = handedIn === null && marks.length === 0;
  if (isMissing && policy.missing === "blank") return null;
  const isUnknown = tests === null && handedIn !== null;
  if (isUnknown && !marks.some(({ item }) => item === "total")) return null;

  const { answers, others, open } = sortMarks(marks, earned.questions ?? []);
  const unplayed = unplayedPoints(earned);
  const possible = maxScore - unplayed;
  if (unplayed > 0 && possible <= 0) return null;
  if (!isMissing && open > 0 && open >= possible) return null;
  // Tests that could not be played do not count: the points of the rest are scaled up to the maximum.
  const scale = unplayed > 0 ? maxScore / possible : 1;
  const pending = isMissing ? 0 : hundredths(open * scale);
  const score = hundredths(sum([...(tests?.values() ?? []), ...answers]));
  const adjustments: Adjustment[] = isMissing ? [{ kind: "missing", points: 0, why: marksTexts.missing }] : [];
  const worth = () => score + sum(adjustments.map(({ points }) => points));
  adjustments.push(...manualAdjustments(tests ?? new Map(), score, others));
  if (unplayed > 0)
    adjustments.push({
      kind: "unplayable",
      points: worth() * (scale - 1),
      why: marksTexts.unplayable(precise(possible), precise(maxScore)),
    });
  if (handedIn && handedIn !== "unclear") adjustments.push(...lateAdjustments(worth(), maxScore, handedIn, policy));
  const final = rounded(worth(), policy.rounding);
  const difference = final - worth();
  if (Math.abs(difference) > 1e-9)
    adjustments.push({ kind: "rounding", points: difference, why: marksTexts.rounding(policy.rounding.to) });
  const lost = adjustments.filter(({ kind }) => kind === "late" || kind === "rejected" || kind === "floor");
  const percent = percentOf(final, maxScore - pending);
  return {
    score,
    maxScore,
    percent,
    ...(pending > 0 && { pending }),
    penalty: Math.max(0, precise(-sum(lost.map(({ points }) => points)))),
    adjustments: adjustments.map((adjustment) => ({ ...adjustment, points: precise(adjustment.points) })),
    final,
    passed: hasPassed(final, maxScore, pending, policy),
  };
}

/** Points of tests that were neither played nor marked by hand. */
function unplayedPoints({ unplayable = new Map(), marks }: Earned): number {
  const isGiven = (id: string) => marks.some(({ item }) => item === "total" || item === id);
  return sum([...unplayable].flatMap(([id, points]) => (isGiven(id) ? [] : [points])));
}

/**
 * Splits the marks into those of questions and all others, and sums the points of questions without a mark; with a
 * `total`, none is open.
 */
function sortMarks(marks: readonly ManualMark[], questions: readonly { id: string; points: number }[]) {
  const total = marks.some(({ item }) => item === "total");
  const markOf = (id: string) => marks.find(({ item }) => item === id);
  const open = total ? [] : questions.filter(({ id }) => !markOf(id));
  return {
    answers: questions.flatMap(({ id }) => markOf(id)?.points ?? []),
    others: marks.filter(({ item }) => !questions.some(({ id }) => id === item)),
    open: sum(open.map(({ points }) => points)),
  };
}

/** Pending points can only lift a student over the pass mark, so a reached pass mark is final and a missed one is not. */
function hasPassed(final: number, maxScore: number, pending: number, { passMark }: Policy): boolean | null {
  if (passMark === null) return null;
  const isReached = percentOf(final, maxScore) >= passMark;
  return isReached || pending === 0 ? isReached : null;
}

function percentOf(points: number, most: number): number {
  return most === 0 ? 0 : hundredths((points / most) * 100);
}

function manualAdjustments(
  tests: ReadonlyMap<string, number>,
  score: number,
  marks: readonly ManualMark[],
): Adjustment[] {
  const total = marks.find(({ item }) => item === "total");
  if (total) return [manual(total, score)];
  return marks.map((mark) => manual(mark, tests.get(mark.item) ?? 0));
}

function manual({ item, points, comment }: ManualMark, before: number): Adjustment {
  return { kind: "manual", points: points - before, why: marksTexts.manual(item, points, comment) };
}

/** Halves round up in spite of binary fractions: 0.285 to hundredths is 0.29. */
function rounded(points: number, { to, mode }: Policy["rounding"]): number {
  const steps = precise(points / to);
  const whole = { nearest: Math.round(steps), up: Math.ceil(steps), down: Math.floor(steps) }[mode];
  return precise(whole * to);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The number without the rounding errors of binary fractions. */
function precise(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
