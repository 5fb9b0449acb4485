import type { Evidence } from "../evidence.ts";

/**
 * How much a peer had sent when the program ended the connection, or printed for the last time before it turned to the
 * keyboard; null where it did neither.
 */
export function sentBeforeEnd(evidence: Evidence, peer: string): { pieces: number; bytes: number } | null {
  const end = endOfReading(evidence, peer);
  if (end < 0) return null;
  const sent = evidence.transcript.slice(0, end).filter((event) => event.who === peer && event.kind === "sent");
  return { pieces: sent.length, bytes: sent.reduce((sum, event) => sum + (event.bytes?.length ?? 0), 0) };
}

/** Whether a client was done with the reply: it ended well, or asked its user for the next line. */
export function wentOn({ exit, blocked }: Evidence): boolean {
  return exit ? exit.status === 0 : blocked.some((place) => place.on === "keyboard");
}

function endOfReading({ transcript, blocked }: Evidence, peer: string): number {
  const end = transcript.findIndex(({ who, kind }) => who === peer && (kind === "ended" || kind === "reset"));
  const asks = blocked.some((place) => place.on === "keyboard");
  return end < 0 && asks ? transcript.findLastIndex(({ kind }) => kind === "stdout") : end;
}
