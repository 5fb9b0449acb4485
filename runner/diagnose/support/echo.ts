import { keptStart } from "../../model/kept-bytes.ts";
import type { KeptBytes } from "../../model/seen.ts";
import { keepBytes } from "../../wire/keep-bytes.ts";
import type { Conversation, Evidence } from "../evidence.ts";
import { failedConversation, joined } from "./conversations.ts";

/** A conversation in which every byte should come back, and the bytes that did. */
export interface Echo {
  conversation: Conversation;
  sent: Buffer;
  received: Buffer;
}

/** The failed conversation as an echo; null if the expected bytes are not the sent ones. */
export function failedEcho(evidence: Evidence): Echo | null {
  const known = echoes.get(evidence);
  if (known !== undefined) return known;
  const echo = findEcho(evidence);
  echoes.set(evidence, echo);
  return echo;
}

/** Where the peer's own message begins in what came back, after a label such as "Echo: "; -1 if it is not in it. */
export function messageStart({ conversation, sent, received }: Echo): number {
  // A server that reads once answers only the first write.
  const first = conversation.sent[0]?.length ?? 0;
  return received.indexOf(sent.subarray(0, Math.min(first >= leastProbe ? first : sent.length, longestProbe)));
}

const [leastProbe, longestProbe] = [3, 64];

/** Cached, because every diagnosis needs it and joining megabytes takes time. */
const echoes = new WeakMap<Evidence, Echo | null>();

function findEcho(evidence: Evidence): Echo | null {
  const conversation = failedConversation(evidence);
  if (evidence.talk !== "echo" || evidence.kind !== "server") return null;
  if (conversation === undefined || conversation.sent.length === 0) return null;
  if (evidence.transport === "udp") return datagramEcho(evidence, conversation);
  const sent = joined(conversation.sent);
  const received = joined(conversation.received);
  const { expected } = evidence.failure;
  const isEcho = expected ? endsAs(sent, expected) : received.subarray(0, sent.length).equals(sent);
  return isEcho ? { conversation, sent, received } : null;
}

/** The expected datagram and the last one received, because datagrams come back one by one. */
function datagramEcho({ failure }: Evidence, conversation: Conversation): Echo | null {
  const { expected, actual } = failure;
  const sent = conversation.sent.find((bytes) => expected && sameKept(keepBytes(bytes), expected));
  if (sent === undefined) return null;
  const received = conversation.received.findLast((bytes) => actual && sameKept(keepBytes(bytes), actual));
  const narrowed = { ...conversation, sent: [sent], received: received === undefined ? [] : [received] };
  return { conversation: narrowed, sent, received: received ?? Buffer.alloc(0) };
}

/**
 * Whether the sent bytes are the beginning of the expected message, of which only a part was sent when the program
 * ended the connection.
 */
function endsAs(sent: Buffer, expected: KeptBytes): boolean {
  const head = keptStart(expected);
  if (sent.length <= expected.length) return sameBeginning(sent, head);
  return sameKept(keepBytes(sent.subarray(sent.length - expected.length)), expected);
}

/** Whether both are equal as far as the shorter one goes. */
export function sameBeginning(sent: Buffer, head: Buffer): boolean {
  const shared = Math.min(sent.length, head.length);
  return sent.subarray(0, shared).equals(head.subarray(0, shared));
}

function sameKept(one: KeptBytes, other: KeptBytes): boolean {
  return one.length === other.length && one.head === other.head && one.tail === other.tail;
}
