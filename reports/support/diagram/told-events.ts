import type { KeptBytes, TranscriptEvent } from "../../../runner/model/seen.ts";
import { fromBase64, toBase64 } from "../../../runner/texts/bytes.ts";

/** The events as a reader should see them: a line that was printed in pieces is one, and of UDP only what travels. */
export function toldEvents(transcript: readonly TranscriptEvent[]): TranscriptEvent[] {
  const told: TranscriptEvent[] = [];
  for (const event of speaksUdp(transcript) ? transcript.filter(travelsOverUdp) : transcript) {
    const joined = joinedPrint(told.at(-1), event);
    if (joined) told.splice(-1, 1, joined);
    else told.push(event);
  }
  return told;
}

/** Datagrams alone tell where they come from. */
function speaksUdp(transcript: readonly TranscriptEvent[]): boolean {
  return transcript.some(({ kind, detail }) => kind === "received" && detail?.startsWith("from port"));
}

/** A UDP socket that is opened, bound to an address or closed sends nothing (RFC 768 knows no connection). */
function travelsOverUdp({ kind }: TranscriptEvent): boolean {
  return kind !== "connect" && kind !== "closed";
}

function joinedPrint(last: TranscriptEvent | undefined, event: TranscriptEvent): TranscriptEvent | null {
  const isPrint = event.kind === "stdout" || event.kind === "stderr";
  if (!isPrint || last?.who !== event.who || last.kind !== event.kind || !last.bytes || !event.bytes) return null;
  const bytes = joinedBytes(last.bytes, event.bytes);
  return bytes && { ...last, bytes };
}

function joinedBytes(one: KeptBytes, other: KeptBytes): KeptBytes | null {
  if (one.tail !== undefined || one.length > mostJoined) return null;
  const head = toBase64([fromBase64(one.head), fromBase64(other.head)]);
  return { ...other, length: one.length + other.length, head };
}

/** More than this fills its place in the diagram anyhow. */
const mostJoined = 400;
