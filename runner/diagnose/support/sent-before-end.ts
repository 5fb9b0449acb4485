import type { Evidence } from "../evidence.ts";
import { uncaughtError } from "./last-words.ts";

/**
 * How much a peer had sent when the program ended the connection, or when it last printed before reading standard
 * input; null if it did neither.
 */
export function sentBeforeEnd(evidence: Evidence, peer: string): { pieces: number; bytes: number } | null {
  const end = endOfReading(evidence, peer);
  if (end < 0) return null;
  const sent = evidence.transcript.slice(0, end).filter((event) => event.who === peer && event.kind === "sent");
  return { pieces: sent.length, bytes: sent.reduce((sum, event) => sum + (event.bytes?.length ?? 0), 0) };
}

/** Whether a client was done with the reply: it ended with success, or asked its user for the next line. */
export function wentOn(evidence: Evidence): boolean {
  const { exit, blocked } = evidence;
  if (endedAtKeyboard(evidence)) return true;
  return exit ? exit.status === 0 : blocked.some((place) => place.on === "keyboard");
}

/** Whether it asked its user for another line, and crashed because standard input had ended. */
export function endedAtKeyboard(evidence: Evidence): boolean {
  return evidence.exit !== null && endOfKeyboard.test(uncaughtError(evidence) ?? "");
}

const endOfKeyboard = /\bEOFError\b|NoSuchElementException|end of file reached/;

function endOfReading(evidence: Evidence, peer: string): number {
  const { transcript, blocked } = evidence;
  const end = transcript.findIndex(({ who, kind }) => who === peer && (kind === "ended" || kind === "reset"));
  if (endedAtKeyboard(evidence)) return transcript.findLastIndex(({ kind }) => kind === "stdout");
  const asks = blocked.some((place) => place.on === "keyboard");
  return end < 0 && asks ? transcript.findLastIndex(({ kind }) => kind === "stdout") : end;
}
