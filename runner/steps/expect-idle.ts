import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";
import { takeProcesses } from "../watch/take-look.ts";
import { actor, roleName } from "./names.ts";
import type { Actor } from "./scene.ts";
import { defineStep } from "./step.ts";
import { duration, toMs } from "./units.ts";

/** Clock ticks of /proc in a second (USER_HZ). */
const ticksPerSecond = 100;
/** A runtime may still start up or tidy its memory; a busy loop is busy in every span. */
const spans = 3;

export const expectIdle = defineStep({
  summary:
    "A program that waits must leave the processor alone: of one of three spans of time it may use only so much.",
  example: "- expect-idle: { of: client, for: 500ms, processor: 10% }",
  schema: z.strictObject({
    of: roleName,
    for: duration.describe("Length of a span"),
    processor: z
      .string()
      .regex(/^\d+(\.\d+)?%$/, "write a share of one processor, such as 10%")
      .describe("Most processor time in a span: 100% is one processor"),
  }),
  async play(step, scene) {
    const program = actor(scene, step.of);
    const spanMs = toMs(step.for);
    const mostMs = (spanMs * Number.parseFloat(step.processor)) / 100;
    let usedMs = 0;
    for (let span = 0; span < spans; span++) {
      const before = processorMs(program);
      const startMs = performance.now();
      await scene.during(delay(spanMs));
      // A grader that woke late measured a longer span.
      usedMs = ((processorMs(program) - before) * spanMs) / (performance.now() - startMs);
      if (usedMs <= mostMs) return null;
    }
    return { code: "busy", who: step.of, facts: { usedMs: Math.round(usedMs), spanMs, mostMs } };
  },
});

/** Processor time of all its live processes so far. */
function processorMs(program: Actor): number {
  const threads = takeProcesses(program.program.pids()).flatMap((process) => process.threads);
  return (threads.reduce((sum, thread) => sum + thread.cpuTicks, 0) * 1000) / ticksPerSecond;
}
