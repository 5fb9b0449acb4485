import type { Failure } from "../../../runner/model/failure.ts";
import type { TestResult } from "../../../runner/model/result.ts";
import type { Difference, KeptBytes, TranscriptEvent } from "../../../runner/model/seen.ts";
import { fromBase64 } from "../../../runner/texts/bytes.ts";
import type { KnownBytes } from "../bytes/byte-window.ts";

/** The message with the first wrong byte, and the byte's index in it. */
export interface WrongByte {
  event: TranscriptEvent;
  offset: number;
  /** The known bytes of the message around that byte. */
  known: KnownBytes;
}

/**
 * The event of the transcript with the first byte that differs from what was expected; null if there is none, or it is
 * not certain: the bytes of the failed step must be exactly the last messages.
 */
export function wrongByteIn({ transcript, failure }: Pick<TestResult, "transcript" | "failure">): WrongByte | null {
  if (!failure?.actual || !failure.difference || failure.difference.offset >= failure.actual.length) return null;
  const { actual, difference } = failure;
  const { offset } = difference;
  const messages = transcript.filter(({ who, kind, bytes }) => who === failure.who && kind === "received" && bytes);
  let from = actual.length;
  for (const event of messages.reverse()) {
    if (!event.bytes) continue;
    from -= event.bytes.length;
    if (from < 0) return null;
    if (from > offset) continue;
    const wrong = { event, offset: offset - from, known: knownAt(event.bytes, offset - from, difference) };
    return messagesFit(messages, failure) ? wrong : null;
  }
  return null;
}

/** The beginning of the message, or the window kept around the difference if the byte is further on. */
function knownAt({ head, length }: KeptBytes, offset: number, difference: Difference): KnownBytes {
  const bytes = fromBase64(head);
  if (offset < bytes.length) return { bytes, start: 0, length };
  const start = offset - (difference.offset - difference.windowStart);
  const ofOthers = Math.max(0, -start);
  const window = fromBase64(difference.actual).subarray(ofOthers, length - start);
  return { bytes: window, start: start + ofOthers, length };
}

/** Whether the last messages together are exactly the received bytes. */
function messagesFit(latestFirst: readonly TranscriptEvent[], failure: Failure): boolean {
  let left = failure.actual?.length ?? 0;
  for (const { bytes } of latestFirst) {
    if (left <= 0) break;
    left -= bytes?.length ?? 0;
  }
  return left === 0;
}

/** The bytes that are missing: the rest of what was expected, if all received bytes are right. */
export function missingBytes({
  failure,
}: Pick<TestResult, "failure">): { to: string; bytes: Uint8Array; length: number } | null {
  if (!failure?.expected || !failure.difference || failure.who === undefined) return null;
  const came = failure.actual?.length ?? 0;
  const { offset, windowStart, expected } = failure.difference;
  if (came > offset || failure.expected.length <= came) return null;
  const bytes = fromBase64(expected).subarray(offset - windowStart);
  return { to: failure.who, bytes, length: failure.expected.length - came };
}
