import * as z from "zod";
import type { Datagram, UdpPeer } from "../../wire/udp-peer.ts";
import type { StepFailure } from "../step-context.ts";

/** A field of steps that expect answers from a server. */
export const samePort = z
  .literal(true)
  .optional()
  .describe(
    "Over UDP, it must come from the port to which the peer sent: a client that called connect() receives no others",
  );

/** The opposite of `same-port`. */
export const otherPort = z
  .literal(true)
  .optional()
  .describe("Over UDP, it must come from another port than the one to which the peer sent, as with TFTP");

/** The failure if a datagram came from the wrong port; null if it did not, or if the step does not ask for a port. */
export function fromAnotherPort(
  step: { "same-port"?: true | undefined; "other-port"?: true | undefined },
  { from }: Datagram,
  peer: UdpPeer,
): StepFailure | null {
  const isWrong = from.port === peer.remotePort ? step["other-port"] : step["same-port"];
  if (!isWrong || peer.remotePort === null) return null;
  return { code: "reply-from-elsewhere", who: peer.name, facts: { asked: peer.remotePort, from: from.port } };
}
