import type { BlockedPlace, Conversation, Evidence } from "../evidence.ts";

/** The conversation in which the test failed; undefined when it failed outside of one. */
export function failedConversation({ conversations, failure }: Evidence): Conversation | undefined {
  return conversations.find((conversation) => conversation.peer === failure.who);
}

/** These chunks as one buffer. */
export function joined(chunks: readonly Buffer[]): Buffer {
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}

/** End offset of each write, in bytes from the beginning of the first. */
export function endsOfWrites(writes: readonly Buffer[]): number[] {
  let sum = 0;
  return writes.map((write) => {
    sum += write.length;
    return sum;
  });
}

/** Whether a write ends at this offset. */
export function isEndOfWrite(writes: readonly Buffer[], length: number): boolean {
  return endsOfWrites(writes).includes(length);
}

/** Whether the peer is one end of a relay, which is not a client of its own: it sends what the other end receives. */
export function isEndOfRelay(peer: string): boolean {
  return /-to-(?:client|server)$/.test(peer);
}

/** Whether the transcript has an event of this kind for the peer. */
export function happened(evidence: Evidence, kind: Evidence["transcript"][number]["kind"], who?: string): boolean {
  return evidence.transcript.some((event) => event.kind === kind && (who === undefined || event.who === who));
}

/** What the peer received before it sent anything; empty if it sent first. */
export function unaskedBytes({ transcript }: Evidence, { peer, received }: Conversation): Buffer {
  const own = transcript.filter(({ who, kind }) => who === peer && (kind === "sent" || kind === "received"));
  const asked = own.findIndex(({ kind }) => kind === "sent");
  return asked <= 0 ? Buffer.alloc(0) : joined(received.slice(0, asked));
}

/** Whether the grader's side has closed or reset the connection. */
export function hasLeft(evidence: Evidence, peer: string): boolean {
  return happened(evidence, "closed", peer) || happened(evidence, "reset-sent", peer);
}

/**
 * Whether the program has read everything that the peer sent: the kernel has no unread bytes, or both sides closed in
 * order.
 */
export function hasReadAll({ end, endedByBoth, taken }: Conversation): boolean {
  if (end === null) return taken !== null && isUsedUp(taken);
  return end === "orderly" && endedByBoth;
}

/** Whether accept() took the connection and it has no unread bytes. */
export function isUsedUp({ accepted, unreadBytes }: NonNullable<Conversation["taken"]>): boolean {
  return accepted && unreadBytes === 0;
}

/** Calls that wait for many file descriptors at once. */
const waitsForMany = new Set(["epoll", "poll", "select", "io_uring"]);

/** A thread that is blocked until this peer's bytes come, or one that waits for many peers at once. */
export function readerOf(evidence: Evidence, peer: string): BlockedPlace | undefined {
  const { blocked } = evidence;
  return (
    blocked.find((place) => place.on === peer) ??
    blocked.find((place) => waitsForMany.has(place.call) && !isPeer(evidence, place.on))
  );
}

/** A thread that is blocked on the connection of one peer, but not of this one. */
export function readerOfAnother(evidence: Evidence, peer: string | undefined): BlockedPlace | undefined {
  return evidence.blocked.find((place) => place.on !== peer && isPeer(evidence, place.on));
}

function isPeer({ conversations }: Evidence, name: string): boolean {
  return conversations.some((conversation) => conversation.peer === name);
}
