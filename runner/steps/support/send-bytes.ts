import type { Pace, TcpPeer } from "../../wire/tcp-peer.ts";
import type { StepContext, StepFailure } from "../step-context.ts";

/** Has a peer send bytes; a failure where nobody takes them. At a pace, what is not taken is for the steps that follow to tell. */
export async function sendBytes(
  peer: TcpPeer,
  bytes: Buffer,
  pace: Pace | null,
  context: Pick<StepContext, "settled">,
): Promise<StepFailure | null> {
  const sending = peer.send(bytes, pace).then(() => true);
  if (pace) {
    await sending;
    return null;
  }
  const waited = await context.settled(sending, { passedBytes: () => peer.passedBytes });
  return "value" in waited ? null : { code: "not-taken", who: peer.name, gaveUp: waited.gaveUp };
}
