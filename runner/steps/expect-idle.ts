import { setTimeout as delay } from "node:timers/promises";
import * as z from "zod";
import type { Look } from "../watch/look.ts";
import { delayMs, isHeldUp, processorMs } from "../watch/processor.ts";
import { takeProcesses } from "../watch/take-look.ts";
import { defineStep } from "./step.ts";
import type { LaunchedProgram } from "./step-context.ts";
import { launched, programName } from "./support/names.ts";
import { duration, toMs } from "./support/units.ts";

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
    of: programName,
    for: duration.describe("Length of a span"),
    processor: z
      .string()
      .regex(/^\d+(\.\d+)?%$/, "write a share of one processor, such as 10%")
      .describe("Most CPU time in a span: 100% is one processor"),
  }),
  needs: "processes",
  async play(step, context) {
    const spanMs = toMs(step.for);
    const mostMs = (spanMs * Number.parseFloat(step.processor)) / 100;
    const usedMs = await context.during(
      useInSpan(launched(context, step.of), { spanMs, mostMs, isUp: context.peers.size > 0 }),
    );
    return usedMs <= mostMs
      ? null
      : { code: "busy", who: step.of, facts: { usedMs: Math.round(usedMs), spanMs, mostMs } };
  },
});

/**
 * CPU time that it uses in a span: in the first in which it is at most so much, else in the last before it ended or there
 * were enough.
 */
async function useInSpan(
  { program }: LaunchedProgram,
  { spanMs, mostMs, isUp }: { spanMs: number; mostMs: number; isUp: boolean },
): Promise<number> {
  const first = look(program.pids());
  const looks = [first];
  for (let usedMs = 0; ; ) {
    await delay(spanMs / looksInSpan);
    const now = look(program.pids());
    // All that a program without a peer may have done until it ended is start up.
    const last = looks.at(-1) ?? first;
    if (now.processes.length === 0) return isUp || processorMs(last) > startUpMs ? usedMs : 0;
    looks.push(now);
    const begin = looks.findLast((before) => freeMs(before, now) >= spanMs);
    usedMs = used(begin ?? first, now, spanMs);
    // Who waits for a processor has not used it for that reason alone.
    if (begin !== undefined && usedMs <= mostMs && !isHeldUp(now)) return usedMs;
    if (freeMs(first, now) >= spans * spanMs || now.atMs - first.atMs > longest * spanMs) return usedMs;
  }
}

/** CPU time in which every runtime has started, on a busy machine too. */
const startUpMs = 250;

type IdleLook = Pick<Look, "processes"> & { atMs: number };

function look(pids: readonly number[]): IdleLook {
  return { atMs: performance.now(), processes: takeProcesses(pids) };
}

/** What it used from one look to another, for a span; nothing when next to nothing is known of it. */
function used(begin: IdleLook, end: IdleLook, spanMs: number): number {
  const ms = freeMs(begin, end);
  return ms < spanMs / looksInSpan ? 0 : ((processorMs(end) - processorMs(begin)) * spanMs) / ms;
}

/**
 * Time in which it had a processor or wanted none: on a busy machine a loop without pause would look as idle as any other
 * program.
 */
function freeMs(begin: IdleLook, end: IdleLook): number {
  return end.atMs - begin.atMs - delayMs(begin, end);
}
