import { setTimeout as delay } from "node:timers/promises";
import { defineStep } from "./step.ts";
import type { WaitOptions } from "./step-context.ts";
import { duration, toMs } from "./support/units.ts";

export const wait = defineStep({
  summary: "Lets time pass. To wait for an event, expect it instead: that is quicker and never too early.",
  example: "- wait: 50ms",
  schema: duration,
  async play(time, context) {
    const endMs = performance.now() + toMs(time);
    // The program is watched meanwhile: what it waits for, and since when, is known to the step that follows.
    const isOver = () => (performance.now() >= endMs ? true : undefined);
    await context.during(context.until(isOver, forEver));
    await delay(Math.max(0, endMs - performance.now()));
    return null;
  },
});

const forEver = { idleMs: Number.POSITIVE_INFINITY, processorMs: Number.POSITIVE_INFINITY };

/** How long an expectation waits for a program that idles: what the step says, else the test's limit. */
export function patience(within: string | undefined): WaitOptions {
  return within === undefined ? {} : { idleMs: toMs(within) };
}
