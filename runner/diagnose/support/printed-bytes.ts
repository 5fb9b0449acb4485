import type { TranscriptEvent } from "../../model/seen.ts";

/** How many bytes programs printed, on both outputs. */
export function printedBytes(transcript: readonly TranscriptEvent[]): number {
  return transcript
    .filter(({ kind }) => kind === "stdout" || kind === "stderr")
    .reduce((sum, { bytes }) => sum + (bytes?.length ?? 0), 0);
}
