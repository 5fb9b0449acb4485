import type { KeptBytes, TranscriptEvent } from "../../../runner/model/seen.ts";
import { fromBase64, toBase64 } from "../../../runner/texts/bytes.ts";

/** The events for a reader: a line printed in pieces is one event, and for UDP only datagrams are shown. */
export function toldEvents(transcript: readonly TranscriptEvent[]): TranscriptEvent[] {
  const told: TranscriptEvent[] = [];
  for (const event of speaksUdp(transcript) ? transcript.filter(travelsOverUdp) : transcript) {
    const joined = joinedPrint(told.at(-1), event);
    if (joined) told.splice(-1, 1, joined);
    else told.push(event);
  }
  return told;
}

/** Only datagrams have a source address in their events. */
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

/** More characters than the diagram can show. */
const mostJoined = 400;
