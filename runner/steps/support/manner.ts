import { holdsScattered } from "./holds.ts";

/** What a server made of a message: its own way to answer, right or wrong. */
export interface Manner {
  sent: Buffer;
  received: Buffer;
}

/**
 * What may be asked of a server's other answers, by the way in which it answered the first: `exact`, it sent the bytes back;
 * `alike`, the message stands in its answer, whatever stands around it, in capitals or without its blanks; `any`, it does not.
 */
export function strictness({ sent, received }: Manner): "exact" | "alike" | "any" {
  if (received.equals(sent)) return "exact";
  return standsIn(sent, received) ? "alike" : "any";
}

/** Whether a message stands in an answer, with anything in between; capitals and blanks do not count. */
export function standsIn(message: Buffer, answer: Buffer): boolean {
  return holdsScattered(plain(answer), plain(message));
}

/** Whether an answer begins as another one to the same message, but for numbers: many a server counts, or tells ports and times. */
export function answersAlike(answer: Buffer, first: Buffer): boolean {
  return withoutNumbers(answer).startsWith(withoutNumbers(first));
}

function plain(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString("latin1").replace(/\s+/g, "").toLowerCase(), "latin1");
}

function withoutNumbers(bytes: Buffer): string {
  return bytes.toString("latin1").replace(/\d+/g, "0");
}
