import type { StepFailure } from "../step-context.ts";
import { duration, toMs } from "./units.ts";

/** A field of steps that expect something at a peer: the opposite of `within`. */
export const after = duration
  .optional()
  .describe("It must not arrive earlier than this time after the peer last sent or received something; for timers");

/** The failure if something arrived earlier than the step allows; null if it did not. */
export function tooEarly(step: { at: string; after?: string | undefined }, gapMs: number): StepFailure | null {
  if (step.after === undefined || gapMs >= toMs(step.after)) return null;
  return { code: "came-too-early", who: step.at, facts: { afterMs: Math.round(gapMs), leastMs: toMs(step.after) } };
}
