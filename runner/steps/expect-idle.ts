import { setTimeout as delay } from "node:timers/promises";
import * as z from "zod";
import type { Look } from "../watch/look.ts";
import { delayMs, isHeldUp, processorMs } from "../watch/processor.ts";
import { takeProcesses } from "../watch/take-look.ts";
import { actor, roleName } from "./names.ts";
import type { Actor } from "./scene.ts";
import { defineStep } from "./step.ts";
import { duration, toMs } from "./units.ts";

/** A runtime may still start up or tidy its memory; a busy loop is busy for so many spans on end. */
const spans = 3;

/** How often it is looked at in a span. */
const looksInSpan = 5;

/** How many times as long as asked for it may take on a busy machine, where a program seldom gets a processor. */
const longest = 60;

export const expectIdle = defineStep({
  summary:
    "A program that waits must leave the processor alone: within three spans there must be one in which it uses only so much.",
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
    const spanMs = toMs(step.for);
    const mostMs = (spanMs * Number.parseFloat(step.processor)) / 100;
    const usedMs = await scene.during(useInSpan(actor(scene, step.of), spanMs, mostMs));
    return usedMs <= mostMs
      ? null
      : { code: "busy", who: step.of, facts: { usedMs: Math.round(usedMs), spanMs, mostMs } };
  },
});

/**
 * Processor time that it uses in a span: in the first in which it is at most so much, else in the last before it ended or there
 * were enough.
 */
async function useInSpan({ program }: Actor, spanMs: number, mostMs: number): Promise<number> {
  const looks: [IdleLook, ...IdleLook[]] = [look(program.pids())];
  for (;;) {
    await delay(spanMs / looksInSpan);
    const now = look(program.pids());
    if (now.processes.length === 0) break;
    looks.push(now);
    // Who waits for a processor has not used it for that reason alone.
    const isAtRest = lasts(spanMs, lastSpan(looks, spanMs), now) && !isHeldUp(now);
    if (isAtRest && used(looks, spanMs) <= mostMs) break;
    if (lasts(spans * spanMs, looks[0], now) || now.atMs - looks[0].atMs > longest * spanMs) break;
  }
  return used(looks, spanMs);
}

type IdleLook = Pick<Look, "processes"> & { atMs: number };

function look(pids: readonly number[]): IdleLook {
  return { atMs: performance.now(), processes: takeProcesses(pids) };
}

/** What it used in the latest span, by what is known of it; nothing when next to nothing is. */
function used(looks: readonly [IdleLook, ...IdleLook[]], spanMs: number): number {
  const now = looks.at(-1) ?? looks[0];
  const begin = lastSpan(looks, spanMs);
  if (!lasts(spanMs / looksInSpan, begin, now)) return 0;
  return ((processorMs(now) - processorMs(begin)) * spanMs) / freeMs(begin, now);
}

/** Where the latest span begins: with the first look, when there is no whole one yet. */
function lastSpan(looks: readonly [IdleLook, ...IdleLook[]], spanMs: number): IdleLook {
  const now = looks.at(-1) ?? looks[0];
  return looks.findLast((begin) => lasts(spanMs, begin, now)) ?? looks[0];
}

function lasts(spanMs: number, begin: IdleLook, end: IdleLook): boolean {
  return freeMs(begin, end) >= spanMs;
}

/**
 * Time in which it had a processor or wanted none: on a busy machine a loop without pause would look as idle as any other
 * program.
 */
function freeMs(begin: IdleLook, end: IdleLook): number {
  return end.atMs - begin.atMs - delayMs(begin, end);
}
