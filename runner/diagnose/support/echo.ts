import type { KeptBytes } from "../../model/seen.ts";
import { keepBytes } from "../../wire/keep-bytes.ts";
import type { Conversation, Evidence } from "../evidence.ts";
import { failedConversation, joined } from "./conversations.ts";

/** A conversation in which every byte sent should have come back, and what did. */
export interface Echo {
  conversation: Conversation;
  sent: Buffer;
  received: Buffer;
}

/** The failed conversation as an echo; null where what should have come is not what was sent. */
export function failedEcho(evidence: Evidence): Echo | null {
  const known = echoes.get(evidence);
  if (known !== undefined) return known;
  const echo = findEcho(evidence);
  echoes.set(evidence, echo);
  return echo;
}

/** Where the peer's own message begins in what came back, behind words such as "Echo: "; -1 where it is not in it. */
export function messageStart({ conversation, sent, received }: Echo): number {
  // A server that reads once answers the first write alone.
  const first = conversation.sent[0]?.length ?? 0;
  return received.indexOf(sent.subarray(0, Math.min(first >= leastProbe ? first : sent.length, longestProbe)));
}

const [leastProbe, longestProbe] = [3, 64];

/** Every diagnosis asks for the same one, and joining megabytes takes its time. */
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

/** Datagrams come back one by one: the one that was due, and the one that came last. */
function datagramEcho({ failure }: Evidence, conversation: Conversation): Echo | null {
  const { expected, actual } = failure;
  const sent = conversation.sent.find((bytes) => expected && sameKept(keepBytes(bytes), expected));
  if (sent === undefined) return null;
  const received = conversation.received.findLast((bytes) => actual && sameKept(keepBytes(bytes), actual));
  const narrowed = { ...conversation, sent: [sent], received: received === undefined ? [] : [received] };
  return { conversation: narrowed, sent, received: received ?? Buffer.alloc(0) };
}

/** A message in pieces is expected whole although only some of it was sent when the program ended the connection. */
function endsAs(sent: Buffer, expected: KeptBytes): boolean {
  const head = Buffer.from(expected.head, "base64");
  if (sent.length <= expected.length) return sameBeginning(sent, head);
  return sameKept(keepBytes(sent.subarray(sent.length - expected.length)), expected);
}

function sameBeginning(sent: Buffer, head: Buffer): boolean {
  const shared = Math.min(sent.length, head.length);
  return sent.subarray(0, shared).equals(head.subarray(0, shared));
}

function sameKept(one: KeptBytes, other: KeptBytes): boolean {
  return one.length === other.length && one.head === other.head && one.tail === other.tail;
}
