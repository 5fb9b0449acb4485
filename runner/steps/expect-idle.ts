import { setTimeout as delay } from "node:timers/promises";
import * as z from "zod";
import type { Look } from "../watch/look.ts";
import { delayMs, isHeldUp, processorMs } from "../watch/processor.ts";
import { takeProcesses } from "../watch/take-look.ts";
import { defineStep } from "./step.ts";
import type { LaunchedProgram, Waiting } from "./step-context.ts";
import { launched, programName } from "./support/names.ts";
import { duration, toMs } from "./support/units.ts";

/** The number of spans that are watched: a runtime may be busy in one of them (start, garbage collection), a busy loop is busy in all. */
const spans = 3;

/** The number of looks in a span. */
const looksInSpan = 5;

/** The longest wait, in spans, on a busy machine, where the program rarely gets a CPU. */
const longest = 60;

export const expectIdle = defineStep({
  summary:
    "A program that waits must not use the CPU: in at least one of three spans it must stay below the given share.",
  example: "- expect-idle: { of: client, for: 500ms, processor: 10% }",
  schema: z.strictObject({
    of: programName,
    for: duration.describe("Length of a span"),
    processor: z
      .string()
      .regex(/^\d+(\.\d+)?%$/, "write a share of one processor, such as 10%")
      .describe("The most CPU time in a span: 100% is one CPU"),
  }),
  needs: "processes",
  onlyTalks: true,
  async play(step, context) {
    const spanMs = toMs(step.for);
    const mostMs = (spanMs * Number.parseFloat(step.processor)) / 100;
    if (await sleepsFor(spanMs, context)) return null;
    const usedMs = await context.during(
      useInSpan(launched(context, step.of), { spanMs, mostMs, isUp: context.peers.size > 0 }),
    );
    return usedMs <= mostMs
      ? null
      : { code: "busy", who: step.of, facts: { usedMs: Math.round(usedMs), spanMs, mostMs } };
  },
});

/** Whether it is proven that every thread sleeps at least until the span is over: then the span need not be waited for. */
async function sleepsFor(spanMs: number, context: Waiting): Promise<boolean> {
  const beganMs = performance.now();
  const isTooLate = () => (performance.now() - beganMs > proofMs ? true : undefined);
  const waited = await context.until(isTooLate, { idleMs: spanMs });
  if (!("gaveUp" in waited)) return false;
  const { why, blocked } = waited.gaveUp;
  return (why === "stuck" || why === "late") && !blocked.some(({ call }) => call === "write");
}

/** How long a proof is waited for: twice as long as it takes. */
const proofMs = 60;

/**
 * The CPU time that a program uses in a span: in the first span in which it uses at most `mostMs`, else in the last one.
 */
async function useInSpan(
  { program }: LaunchedProgram,
  { spanMs, mostMs, isUp }: { spanMs: number; mostMs: number; isUp: boolean },
): Promise<number> {
  const beganMs = performance.now();
  let looks = [look(program.pids())];
  for (let usedMs = 0; ; ) {
    await delay(spanMs / looksInSpan);
    const now = look(program.pids());
    const [first = now] = looks;
    // A program without a peer may have ended right after it had started.
    const last = looks.at(-1) ?? first;
    if (now.processes.length === 0) return isUp || processorMs(last) > startUpMs ? usedMs : 0;
    if (now.atMs - beganMs > longest * spanMs) return usedMs;
    // One that prints more than the grader reads at the moment would go on if it were read: the spans begin again.
    if (isBlockedPrinting(now)) {
      looks = [now];
      continue;
    }
    looks.push(now);
    const begin = looks.findLast((before) => freeMs(before, now) >= spanMs);
    usedMs = used(begin ?? first, now, spanMs);
    // A program that is waiting for a CPU would have used more of it.
    if (begin !== undefined && usedMs <= mostMs && !isHeldUp(now)) return usedMs;
    if (freeMs(first, now) >= spans * spanMs) return usedMs;
  }
}

/** The CPU time within which any runtime has started. */
const startUpMs = 250;

/** Whether a thread waits until its standard output or error has room for what it prints. */
function isBlockedPrinting({ processes }: IdleLook): boolean {
  return processes.some(({ threads }) =>
    threads.some(
      ({ call }) => call?.name?.includes("write") && call.descriptors.some((each) => each === 1 || each === 2),
    ),
  );
}

type IdleLook = Pick<Look, "processes"> & { atMs: number };

function look(pids: readonly number[]): IdleLook {
  return { atMs: performance.now(), processes: takeProcesses(pids) };
}

/** The CPU time used between two looks, scaled to a span; 0 if the looks are too close together. */
function used(begin: IdleLook, end: IdleLook, spanMs: number): number {
  const ms = freeMs(begin, end);
  return ms < spanMs / looksInSpan ? 0 : ((processorMs(end) - processorMs(begin)) * spanMs) / ms;
}

/** The time in which it ran or slept, without the time in which it waited for a CPU: else a busy loop would look idle on a busy machine. */
function freeMs(begin: IdleLook, end: IdleLook): number {
  return end.atMs - begin.atMs - delayMs(begin, end);
}
