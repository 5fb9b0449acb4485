import { keptStart, keptWhole } from "../../model/kept-bytes.ts";
import { escapePattern } from "../../steps/support/escape-pattern.ts";
import { firstDifference } from "../../wire/difference.ts";
import type { Evidence } from "../evidence.ts";
import { endsOfWrites, failedConversation, isEndOfWrite, joined, unaskedBytes } from "./conversations.ts";
import { failedEcho, messageStart, sameBeginning } from "./echo.ts";
import { isExpected, receivedInstead } from "./expected-bytes.ts";
import { insertedBytes } from "./insertions.ts";
import { standsInSource } from "./sources.ts";

/** Bytes that a program sent in addition to its answer, or unasked. */
export interface Extra {
  bytes: Buffer;
  peer: string;
  where:
    | "unasked"
    | "before"
    | "before-words"
    | "after"
    | "among"
    | "behind-a-part"
    | "again"
    | "repeated"
    | "before-answer";
  /**
   * greeting: words before the client has spoken; words: a label around the message; zero: the end of a string in C; beyond: what lies
   * behind a text of C; length: two bytes that count the text after them; answers: lines before the answer; copies: the message itself.
   * Absent if they are probably the rest of a buffer.
   */
  kind?: "greeting" | "words" | "zero" | "beyond" | "length" | "answers" | "copies";
}

/** The bytes that came in addition to the answer; null if there are none. */
export function findExtra(evidence: Evidence): Extra | null {
  return (
    unasked(evidence) ??
    aroundWords(evidence) ??
    twice(evidence) ??
    copies(evidence) ??
    around(evidence) ??
    among(evidence) ??
    zeros(evidence) ??
    greeting(evidence)
  );
}

function unasked(evidence: Evidence): Extra | null {
  const conversation = failedConversation(evidence);
  if (
    evidence.failure.code !== "not-silent" ||
    evidence.kind !== "server" ||
    conversation === undefined ||
    conversation.sent.length > 0
  )
    return null;
  return beforeAll(joined(conversation.received), conversation.peer);
}

/** Words that came before the peer sent its message, and so are not an answer. */
function greeting(evidence: Evidence): Extra | null {
  const echo = failedEcho(evidence);
  if (echo === null || evidence.failure.code !== "reply-differs") return null;
  const bytes = unaskedBytes(evidence, echo.conversation);
  return bytes.length > 0 && isText(bytes) ? beforeAll(bytes, echo.conversation.peer) : null;
}

function beforeAll(bytes: Buffer, peer: string): Extra {
  return { bytes, peer, where: "unasked", ...(isText(bytes) && { kind: "greeting" }) };
}

/** The agreed words with what a library or a language puts around strings. */
function aroundWords(evidence: Evidence): Extra | null {
  const came = receivedInstead(evidence);
  if (came === null || isExpected(evidence, came)) return null;
  const peer = evidence.failure.who ?? "";
  const beyond = behindItsText(evidence, came);
  if (beyond !== null) return { bytes: beyond, peer, where: "after", kind: "beyond" };
  const zeros = /\0+$/.exec(came.toString("latin1"))?.[0].length ?? 0;
  if (zeros > 0 && isExpected(evidence, came.subarray(0, came.length - zeros))) {
    const bytes = came.subarray(came.length - zeros);
    return { bytes, peer, where: "after", ...(zeros === 1 && { kind: "zero" }) };
  }
  const before = linesBefore(evidence, came);
  if (before !== null) return { bytes: before, peer, where: "before-answer", kind: "answers" };
  const isCounted = came.length > 2 && came.readUInt16BE(0) === came.length - 2;
  if (!isCounted || !isExpected(evidence, came.subarray(2))) return null;
  return { bytes: came.subarray(0, 2), peer, where: "before-words", kind: "length" };
}

/** What a program in C sent after a text of its source that is the whole answer, the zero byte at its end and more; null if nothing. */
function behindItsText(evidence: Evidence, came: Buffer): Buffer | null {
  const { language, failure, conversations } = evidence;
  if (language !== "C" && language !== "C++") return null;
  const all = failure.code === "reply-too-long" ? joined(failedConversation(evidence)?.received ?? []) : came;
  const end = all.indexOf(0);
  const words = all.subarray(0, Math.max(0, end));
  const isSent = conversations.some(({ sent }) => joined(sent).includes(words));
  if (end < 1 || all.length - end < 2 || isSent || !standsInSource(evidence, textOf(words))) return null;
  return failure.code === "reply-too-long" || isExpected(evidence, words) ? all.subarray(end) : null;
}

/** A text of a source with these words, and nothing but an escaped newline more. */
function textOf(words: Buffer): RegExp {
  return new RegExp(`"${escapePattern(words.toString().trimEnd())}(?:\\\\n|\\\\r)*"`);
}

/** Whole lines before the answer that was expected, which is itself at the end; null if that is not all that came. */
function linesBefore(evidence: Evidence, came: Buffer): Buffer | null {
  const due = keptWhole(evidence.failure.expected);
  if (due === null || due.length < leastAnswer || came.length <= due.length) return null;
  const before = came.subarray(0, came.length - due.length);
  return came.subarray(before.length).equals(due) && /\n$/.test(before.toString("latin1")) ? before : null;
}

const leastAnswer = 3;

function twice({ failure }: Evidence): Extra | null {
  if (failure.code !== "answered-twice" || failure.who === undefined || failure.actual === undefined) return null;
  return { bytes: keptStart(failure.actual), peer: failure.who, where: "again" };
}

/** The message, or what was written of it first, again and again. */
function copies(evidence: Evidence): Extra | null {
  const echo = failedEcho(evidence);
  if (echo === null || !wrongReply.has(evidence.failure.code)) return null;
  const { conversation, sent, received } = echo;
  const { peer } = conversation;
  const again = (length: number, times: number) =>
    received.length >= length * times &&
    sameBeginning(sent.subarray(0, length), received) &&
    received.subarray(length).equals(received.subarray(0, received.length - length));
  const part = endsOfWrites(conversation.sent).find((end) => again(end, end === sent.length ? 2 : leastCopies));
  if (part === undefined) return null;
  const bytes = received.subarray(part);
  return { bytes, peer, where: bytes.length > part ? "repeated" : "again", kind: "copies" };
}

const leastCopies = 3;

function around(evidence: Evidence): Extra | null {
  const echo = failedEcho(evidence);
  if (echo === null || !wrongReply.has(evidence.failure.code)) return null;
  const { conversation, sent, received } = echo;
  const start = messageStart(echo);
  if (start < 0 || !sameBeginning(sent, received.subarray(start))) return null;
  const after = received.subarray(start + sent.length);
  const { peer } = conversation;
  if (start > 0) {
    const before = received.subarray(0, start);
    return { bytes: before, peer, where: "before", ...(isText(before) && { kind: "words" }) };
  }
  if (after.length === 0) return null;
  const isLabel = isText(after) && after.length > 3 && !isOld(after, sent);
  return { bytes: after, peer, where: "after", ...(isLabel && { kind: "words" }) };
}

/** Whether the bytes are a part of the message, and so the rest of an earlier recv, not words. */
function isOld(bytes: Buffer, sent: Buffer): boolean {
  return sent.includes(bytes);
}

function among(evidence: Evidence): Extra | null {
  const echo = failedEcho(evidence);
  if (echo === null || !wrongReply.has(evidence.failure.code)) return null;
  const bytes = insertedBytes(echo);
  return bytes && { bytes, peer: echo.conversation.peer, where: "among", ...(isText(bytes) && { kind: "words" }) };
}

/** The zero bytes of the buffer's rest after one of several pieces. */
function zeros(evidence: Evidence): Extra | null {
  const echo = failedEcho(evidence);
  const at = echo === null ? -1 : firstDifference(echo.sent, echo.received);
  if (echo === null || at <= 0 || !isEndOfWrite(echo.conversation.sent, at)) return null;
  const rest = echo.received.subarray(at);
  const length = rest.findIndex((byte) => byte !== 0);
  const bytes = length < 0 ? rest : rest.subarray(0, length);
  return bytes.length < leastZeros ? null : { bytes, peer: echo.conversation.peer, where: "behind-a-part" };
}

const leastZeros = 16;

function isText(bytes: Buffer): boolean {
  return /^[\p{L}\p{N}\p{P}\p{S}\p{Zs}\r\n\t]*\p{L}{2}[\p{L}\p{N}\p{P}\p{S}\p{Zs}\r\n\t]*$/u.test(bytes.toString());
}

const wrongReply = new Set(["reply-differs", "reply-too-long", "not-silent"]);
