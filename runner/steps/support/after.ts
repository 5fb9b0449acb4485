import type { StepFailure } from "../step-context.ts";
import { duration, toMs } from "./units.ts";

/** A field of steps that expect something of a peer: the opposite of `within`. */
export const after = duration
  .optional()
  .describe("It may not come sooner than so long after the peer last sent or received something, as a timer has it");

/** What is wrong with the time at which something came, where the step names one. */
export function tooEarly(step: { at: string; after?: string | undefined }, gapMs: number): StepFailure | null {
  if (step.after === undefined || gapMs >= toMs(step.after)) return null;
  return { code: "came-too-early", who: step.at, facts: { afterMs: Math.round(gapMs), leastMs: toMs(step.after) } };
}
