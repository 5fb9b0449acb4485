import { setTimeout as delay } from "node:timers/promises";
import type { Pace } from "../../wire/tcp-peer.ts";
import type { Waiting } from "../step-context.ts";
import { toMs } from "./units.ts";

/**
 * Resolves when the next piece of a message may be sent: when the program has read the previous one, so that the two do not arrive
 * together. If that cannot be seen, a short time must pass instead.
 *
 * @param every the shortest pause, as the step gives it
 */
export async function betweenPieces(every: string | undefined, context: Waiting): Promise<void> {
  const beganMs = performance.now();
  const isTaken = await context.rest();
  const leastMs = toMs(every ?? (isTaken ? "0ms" : "2ms"));
  const leftMs = leastMs - (performance.now() - beganMs);
  if (leftMs > 0) await delay(leftMs);
}

/** The pace of an HTTP message in pieces of about the same size; null for one that is sent at once. */
export function inPieces(
  { pieces, every = "15ms" }: { pieces?: number | undefined; every?: string | undefined },
  length: number,
  context: Waiting,
): Pace | null {
  if (pieces === undefined) return null;
  const pieceBytes = Math.ceil(length / pieces);
  return { pieceBytes: () => pieceBytes, between: () => betweenPieces(every, context) };
}
