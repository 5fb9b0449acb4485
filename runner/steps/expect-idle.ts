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
    const of = launched(context, step.of);
    const { usedMs, idled } = await context.during(useInSpan(of, { spanMs, mostMs, isUp: context.peers.size > 0 }));
    const busy = { code: "busy", who: step.of } as const;
    // On a busy machine a limit may end a program before it was seen busy; one that waits never comes to a limit.
    if (await endedAtLimit(of)) return { ...busy, facts: { spanMs, mostMs } };
    return idled ? null : { ...busy, facts: { usedMs: Math.round(usedMs), spanMs, mostMs } };
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

/** Whether a limit has ended the program; without a process it has ended, although that may not be reported yet. */
async function endedAtLimit({ program }: LaunchedProgram): Promise<boolean> {
  if (program.pids().length > 0) return false;
  return (await program.exited).limit !== null;
}

/** How long a proof is waited for: twice as long as it takes. */
const proofMs = 60;

/**
 * The CPU time that a program uses in a span: in the first span in which it idles, else in the last one. A span in which it prints
 * much is none of idling: while its output waits to be read, it uses no CPU time.
 */
async function useInSpan(
  { program, output }: LaunchedProgram,
  { spanMs, mostMs, isUp }: { spanMs: number; mostMs: number; isUp: boolean },
): Promise<{ usedMs: number; idled: boolean }> {
  const take = () => ({ ...look(program.pids()), printed: bytesIn(output.stdout) + bytesIn(output.stderr) });
  const began = take();
  const usedSince = (begin: PrintingLook, now: PrintingLook) => {
    const usedMs = used(begin, now, spanMs);
    return { usedMs, idled: usedMs <= mostMs && now.printed - begin.printed < muchPrinted };
  };
  let looks = [began];
  for (let use = unused; ; ) {
    await delay(spanMs / looksInSpan);
    const now = take();
    const [first = now] = looks;
    // A program without a peer may have ended right after it had started.
    const last = looks.at(-1) ?? first;
    if (now.processes.length === 0) return isUp || processorMs(last) > startUpMs ? use : unused;
    if (now.atMs - began.atMs > longest * spanMs) return usedSince(began, now);
    // One that prints more than the grader reads, or that a signal has stopped, would go on otherwise: the spans begin again.
    if (isHalted(now)) {
      looks = [now];
      continue;
    }
    looks.push(now);
    const begin = looks.findLast((before) => freeMs(before, now) >= spanMs);
    use = usedSince(begin ?? first, now);
    // A program that is waiting for a CPU would have used more of it.
    if (begin !== undefined && use.idled && !isHeldUp(now)) return use;
    if (freeMs(first, now) >= spans * spanMs) return use;
  }
}

const unused = { usedMs: 0, idled: true };

/** More bytes than a program prints in a span in which it waits. */
const muchPrinted = 16 << 10;

function bytesIn(chunks: readonly Buffer[]): number {
  return chunks.reduce((sum, { length }) => sum + length, 0);
}

/** The CPU time within which any runtime has started. */
const startUpMs = 250;

/** Whether a thread waits until its standard output or error has room for what it prints, or is stopped by a signal. */
function isHalted({ processes }: IdleLook): boolean {
  return processes.some(({ threads }) =>
    threads.some(
      (thread) =>
        thread.state === "T" ||
        (thread.call?.name?.includes("write") && thread.call.descriptors.some((each) => each === 1 || each === 2)),
    ),
  );
}

type IdleLook = Pick<Look, "processes"> & { atMs: number };
type PrintingLook = IdleLook & { printed: number };

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
