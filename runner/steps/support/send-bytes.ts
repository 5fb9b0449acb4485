import type { Pace, TcpPeer } from "../../wire/tcp-peer.ts";
import type { StepContext, StepFailure } from "../step-context.ts";

/** Sends bytes as a peer; a failure if the program does not read them. If they are sent in pieces, only later steps notice that. */
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
