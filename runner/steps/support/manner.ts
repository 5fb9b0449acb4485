import { holdsScattered } from "./holds.ts";

/** How a server answered a message, whether or not that was right. */
export interface Manner {
  sent: Buffer;
  received: Buffer;
  /** With how many datagrams it answered one; 1 over TCP. */
  times: number;
}

/** One exchange: what was sent, and what came back. */
type Exchange = Pick<Manner, "sent" | "received">;

/**
 * How strictly other answers of the server are judged, after its first answer. `exact`: it sent the bytes back; `alike`: its answer
 * contains the message, perhaps in capitals, without blanks or with other text; `any`: it does not.
 */
export function strictness({ sent, received }: Exchange): "exact" | "alike" | "any" {
  if (received.equals(sent)) return "exact";
  return standsIn(sent, received) ? "alike" : "any";
}

/** Returns a function that gives how many bytes of a message an answer repeats; null if it is not an answer of the learnt kind. */
export function fitOf(manner: Manner): (sent: Buffer, answer: Buffer) => number | null {
  const strict = strictness(manner);
  if (strict === "exact") return (sent, answer) => (answer.equals(sent) ? sent.length : null);
  return (sent, answer) => {
    if (sent.equals(manner.sent) && answersAlike(answer, manner.received)) return sent.length;
    if (strict === "alike") return standsIn(sent, answer) ? sent.length : null;
    return sent.equals(manner.sent) ? null : 0;
  };
}

/** Whether an answer contains a message, with any text in between; case and white space do not count. */
export function standsIn(message: Buffer, answer: Buffer): boolean {
  return holdsScattered(plain(answer), plain(message));
}

/** Whether an answer begins like another one to the same message; numbers do not count, because servers print counters, ports and times. */
export function answersAlike(answer: Buffer, first: Buffer): boolean {
  return withoutNumbers(answer).startsWith(withoutNumbers(first));
}

function plain(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString("latin1").replace(/\s+/g, "").toLowerCase(), "latin1");
}

function withoutNumbers(bytes: Buffer): string {
  return bytes.toString("latin1").replace(/\d+/g, "0");
}
