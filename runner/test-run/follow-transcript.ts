import type { TranscriptEvent } from "../model/result.ts";
import type { Transcript } from "../wire/transcript.ts";

/** Hears what is seen in a test, as it is seen. */
export type Follow = (seen: readonly TranscriptEvent[]) => void;

/** Tells of each event of a transcript once, those of one moment together, until the returned function is called. */
export function followTranscript(transcript: Transcript, follow: Follow): () => void {
  let told = 0;
  let isDue = false;
  const tell = () => {
    isDue = false;
    const seen = transcript.events.slice(told);
    told = transcript.events.length;
    if (seen.length > 0) follow(seen);
  };
  const unsubscribe = transcript.subscribe(() => {
    if (isDue || transcript.events.length === told) return;
    isDue = true;
    setImmediate(tell);
  });
  return () => {
    unsubscribe();
    tell();
  };
}
