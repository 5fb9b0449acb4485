import { holdsScattered } from "./holds.ts";

/** What a server made of a message: its own way to answer, right or wrong. */
export interface Manner {
  sent: Buffer;
  received: Buffer;
  /** How many datagrams it answered one with; 1 over TCP. */
  times: number;
}

/** One exchange: what was sent, and what came back. */
type Exchange = Pick<Manner, "sent" | "received">;

/**
 * What may be asked of a server's other answers, by the way in which it answered the first: `exact`, it sent the bytes back;
 * `alike`, the message stands in its answer, whatever stands around it, in capitals or without its blanks; `any`, it does not.
 */
export function strictness({ sent, received }: Exchange): "exact" | "alike" | "any" {
  if (received.equals(sent)) return "exact";
  return standsIn(sent, received) ? "alike" : "any";
}

/** Tells how much of a message an answer tells that is in the server's manner, in bytes; null where it is not. */
export function fitOf(manner: Manner): (sent: Buffer, answer: Buffer) => number | null {
  const strict = strictness(manner);
  if (strict === "exact") return (sent, answer) => (answer.equals(sent) ? sent.length : null);
  return (sent, answer) => {
    if (sent.equals(manner.sent) && answersAlike(answer, manner.received)) return sent.length;
    if (strict === "alike") return standsIn(sent, answer) ? sent.length : null;
    return sent.equals(manner.sent) ? null : 0;
  };
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
