import { keptStart } from "../model/kept-bytes.ts";
import type { TestResult } from "../model/result.ts";
import type { TranscriptEvent } from "../model/seen.ts";

/** What the program said first in a test, without white space around it; null if nothing, or only what it had been sent. */
export function firstWords({ transcript }: TestResult): string | null {
  const event = transcript.find(({ kind, bytes }) => kind === "received" && bytes !== undefined);
  const words = event ? contentOf([event]).toString().trim() : "";
  const given = transcript.filter(({ kind }) => kind === "sent" || kind === "typed");
  return words === "" || contentOf(given).includes(words) ? null : words;
}

/** What the peers of a test sent and got back byte for byte; null if one of them got anything else, or nobody got anything. */
export function echoed({ transcript }: TestResult): string | null {
  if (transcript.some(({ bytes }) => bytes?.tail !== undefined)) return null;
  const peers = [...new Set(transcript.filter(({ kind }) => kind === "received").map(({ who }) => who))];
  const cameBack = peers.map((peer) => {
    const [sent, received] = ["sent", "received"].map((kind) =>
      contentOf(transcript.filter((event) => event.who === peer && event.kind === kind)),
    );
    return sent && received?.equals(sent) ? sent.toString("base64") : "";
  });
  return cameBack.length > 0 && !cameBack.includes("") ? cameBack.join(" ") : null;
}

/** Whether the program reached a peer of the grader in a test. */
export function isMet({ transcript }: TestResult): boolean {
  return transcript.some(({ kind }) => kind === "accepted" || kind === "received");
}

/** Whether the program failed a test. */
export function isLost({ status }: TestResult): boolean {
  return status === "failed";
}

function contentOf(events: readonly TranscriptEvent[]): Buffer {
  return Buffer.concat(events.map(({ bytes }) => keptStart(bytes)));
}
