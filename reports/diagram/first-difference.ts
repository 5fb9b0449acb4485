import type { Failure, TestResult, TranscriptEvent } from "../../runner/result.ts";

/** A message in which the first wrong byte came, and that byte's index in it. */
export interface WrongByte {
  event: TranscriptEvent;
  offset: number;
}

/**
 * Where in the transcript the first byte came that differs from what was expected; null where none did, or where it
 * cannot be told: what came in the failed step must be the last messages as a whole.
 */
export function wrongByteIn({ transcript, failure }: TestResult): WrongByte | null {
  const offset = failure?.difference?.offset;
  if (!failure?.actual || offset === undefined || offset >= failure.actual.length) return null;
  const messages = transcript.filter(({ who, kind, bytes }) => who === failure.who && kind === "received" && bytes);
  let from = failure.actual.length;
  for (const event of messages.reverse()) {
    from -= event.bytes?.length ?? 0;
    if (from < 0) return null;
    if (from <= offset) return messagesFit(messages, failure) ? { event, offset: offset - from } : null;
  }
  return null;
}

/** Whether some number of the messages, the latest first, make up exactly what came. */
function messagesFit(latestFirst: readonly TranscriptEvent[], failure: Failure): boolean {
  let left = failure.actual?.length ?? 0;
  for (const { bytes } of latestFirst) {
    if (left <= 0) break;
    left -= bytes?.length ?? 0;
  }
  return left === 0;
}

/** What should still have come: the rest of what was expected, where all that came was right. */
export function missingBytes({ failure }: TestResult): { to: string; bytes: Buffer; length: number } | null {
  if (!failure?.expected || !failure.difference || failure.who === undefined) return null;
  const came = failure.actual?.length ?? 0;
  const { offset, windowStart, expected } = failure.difference;
  if (came > offset || failure.expected.length <= came) return null;
  const bytes = Buffer.from(expected, "base64").subarray(offset - windowStart);
  return { to: failure.who, bytes, length: failure.expected.length - came };
}
