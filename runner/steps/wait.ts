import { defineStep } from "./step.ts";
import type { Waiting, WaitOptions } from "./step-context.ts";
import { duration, toMs } from "./support/units.ts";

export const wait = defineStep({
  summary: "Lets time pass. To wait for an event, use an `expect` step instead, which is faster and never too early.",
  example: "- wait: 50ms",
  schema: duration,
  isTimed: true,
  onlyTalks: true,
  async play(time, context: Waiting) {
    await context.pause(toMs(time));
    return null;
  },
});

/**
 * The limits of a wait for silence, if silence cannot be proven: `idleMs` for a program that idles, half a second of CPU time for one
 * that computes, which is more than any program needs for one more message.
 */
export function quiet(idleMs: number): WaitOptions {
  return { idleMs, processorMs: 500 };
}

/** How long a step waits for a program that idles: what the step says, else the test's limit. */
export function patience(within: string | undefined): WaitOptions {
  return within === undefined ? {} : { idleMs: toMs(within) };
}
