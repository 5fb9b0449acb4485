import { setTimeout as delay } from "node:timers/promises";
import * as z from "zod";
import { delayMs, processorMs } from "../watch/processor.ts";
import { takeProcesses } from "../watch/take-look.ts";
import { actor, roleName } from "./names.ts";
import type { Actor } from "./scene.ts";
import { defineStep } from "./step.ts";
import { duration, toMs } from "./units.ts";

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
      usedMs = await scene.during(useIn(spanMs, program));
      if (usedMs <= mostMs) return null;
    }
    return { code: "busy", who: step.of, facts: { usedMs: Math.round(usedMs), spanMs, mostMs } };
  },
});

/**
 * Processor time that it uses in a span. Time in which it wanted the processor and did not get it is no part of the span: on a
 * busy machine a loop without pause would look as idle as any other program.
 */
async function useIn(spanMs: number, { program }: Actor): Promise<number> {
  const look = () => ({ atMs: performance.now(), processes: takeProcesses(program.pids()) });
  const before = look();
  for (;;) {
    await delay(spanMs);
    const now = look();
    const passedMs = now.atMs - before.atMs;
    const freeMs = Math.max(1, passedMs - delayMs(before, now));
    if (freeMs < spanMs / 2 && passedMs < longest * spanMs) continue;
    return ((processorMs(now) - processorMs(before)) * spanMs) / freeMs;
  }
}

/** How many times as long as asked for a span may last. */
const longest = 20;
