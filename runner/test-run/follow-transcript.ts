import type { TranscriptEvent } from "../model/seen.ts";
import type { Transcript } from "../wire/transcript.ts";

/** Events of a test that are reported together. */
export interface Seen {
  /** When the test began, on the clock of `Date.now()`. */
  beganAtMs: number;
  events: TranscriptEvent[];
}

/** Is called with the events of a test as they happen. */
export type Follow = (seen: Seen) => void;

/** Reports each event of a transcript once, those of the same moment together, until the returned function is called. */
export function followTranscript(transcript: Transcript, follow: Follow): () => void {
  const beganAtMs = Date.now() - transcript.nowMs();
  let reported = 0;
  let isScheduled = false;
  const report = () => {
    isScheduled = false;
    const events = transcript.events.slice(reported);
    reported = transcript.events.length;
    if (events.length > 0) follow({ beganAtMs, events });
  };
  const unsubscribe = transcript.subscribe(() => {
    if (isScheduled || transcript.events.length === reported) return;
    isScheduled = true;
    setImmediate(report);
  });
  return () => {
    unsubscribe();
    report();
  };
}
