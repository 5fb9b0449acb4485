import type { TranscriptEvent } from "../model/seen.ts";
import type { Look } from "../watch/look.ts";
import { processorMs } from "../watch/processor.ts";

/** The least CPU time that a wait gets. */
const leastMs = 200;

/** How many bytes a program may read in a millisecond of CPU time: four microseconds for each, where it reads them one by one. */
const bytesInMs = 250;

/**
 * The CPU time, in milliseconds, for a wait of a program that computes for ever in another test: twice what it used to get ready, which
 * is much for a virtual machine, and what reading its bytes may take. Undefined while it gets ready.
 */
export function thriftyMs(
  look: Pick<Look, "processes"> | null,
  events: readonly Pick<TranscriptEvent, "kind">[],
  passedBytes: number,
): number | undefined {
  const sinceStart = events.slice(events.findLastIndex(({ kind }) => kind === "started") + 1);
  const isReady = sinceStart.some(({ kind }) => kind === "listening" || kind === "accepted" || kind === "received");
  if (look === null || !isReady) return undefined;
  return leastMs + 2 * processorMs(look) + passedBytes / bytesInMs;
}
