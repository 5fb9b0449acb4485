import { setTimeout as delay } from "node:timers/promises";
import type { TcpPeer } from "./tcp-peer.ts";
import type { Transcript } from "./transcript.ts";

/** What a relay does to the bytes on their way. */
export interface RelayManners {
  /** How long it delays them, in milliseconds. @default 0 */
  delayMs?: number;
  /** The largest write, in bytes. @default no limit */
  chopBytes?: number;
  /** The number of bytes after which it resets both connections. @default never */
  cutAfterBytes?: number;
}

/** What a relay needs of the test run: the transcript, which reports new bytes, and `during`, which tells waiting steps that bytes are on their way. */
interface Surroundings {
  transcript: Transcript;
  during<T>(work: Promise<T>): Promise<T>;
}

/** Pause between two chopped writes, so that each is sent as a segment of its own. */
const chopPauseMs = 2;

/** Forwards all bytes that one peer receives to the other, then the end of the stream, and resolves when that is done. */
export async function forwardStream(
  from: TcpPeer,
  to: TcpPeer,
  manners: RelayManners,
  { transcript, during }: Surroundings,
): Promise<void> {
  let room = manners.cutAfterBytes ?? Number.POSITIVE_INFINITY;
  for (;;) {
    await news(from, transcript);
    const bytes = from.heard.take(Math.min(from.heard.length, room));
    if (bytes.length > 0) await during(deliver(bytes, to, manners));
    room -= bytes.length;
    if (room === 0 || from.end === "reset") return resetBoth(from, to);
    if (from.end === "orderly" && from.heard.length === 0) return to.finish();
  }
}

/** Resolves when the peer has received something or its stream has ended. */
function news(peer: TcpPeer, transcript: Transcript): Promise<void> {
  const isThere = () => peer.heard.length > 0 || peer.end !== null;
  if (isThere()) return Promise.resolve();
  return new Promise((resolve) => {
    const unsubscribe = transcript.subscribe(() => {
      if (!isThere()) return;
      unsubscribe();
      resolve();
    });
  });
}

async function deliver(bytes: Buffer, to: TcpPeer, { delayMs, chopBytes }: RelayManners): Promise<void> {
  if (delayMs !== undefined) await delay(delayMs);
  await to.send(
    bytes,
    chopBytes === undefined ? null : { pieceBytes: () => chopBytes, between: () => delay(chopPauseMs) },
  );
}

async function resetBoth(one: TcpPeer, other: TcpPeer): Promise<void> {
  await Promise.all([one.reset(), other.reset()]);
}
