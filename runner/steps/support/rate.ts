import type { TcpPeer } from "../../wire/tcp-peer.ts";
import type { StepFailure } from "../step-context.ts";
import type { ExpectArgs } from "./expect-schema.ts";
import { toBytes } from "./units.ts";

/**
 * Measures how fast bytes arrive while a step waits: `look` is called at every event, `failure` at the end. Time is counted from when
 * the peer began to send, and bytes are seen at their arrival or later, so that a busy machine never makes a program look faster.
 */
export function watchRate(step: ExpectArgs, peer: TcpPeer): { look: () => void; failure: () => StepFailure | null } {
  const perSecond = step["most-per-second"] === undefined ? null : toBytes(step["most-per-second"]);
  const burst = step.burst === undefined ? (perSecond ?? 0) : toBytes(step.burst);
  const since = peer.sentSince;
  let worst: { bytes: number; ms: number } | null = null;
  const look = () => {
    if (perSecond === null || since === null) return;
    const ms = performance.now() - since.ms;
    const bytes = peer.receivedBytes - since.received;
    if (bytes > burst + (perSecond * ms) / 1000) worst ??= { bytes, ms: Math.round(ms) };
  };
  const failure = () =>
    worst && { code: "came-too-fast" as const, who: peer.name, facts: { ...worst, perSecond: perSecond ?? 0 } };
  return { look, failure };
}
