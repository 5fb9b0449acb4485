import * as z from "zod";
import type { Datagram, UdpPeer } from "../../wire/udp-peer.ts";
import type { StepFailure } from "../step-context.ts";

/** A field of steps that expect answers of a server. */
export const samePort = z
  .literal(true)
  .optional()
  .describe("Over UDP, it comes from the port that was asked: a client that called connect() gets no other");

/** The opposite of `same-port`. */
export const otherPort = z
  .literal(true)
  .optional()
  .describe("Over UDP, it comes from another port than the one that was asked, as the answers of TFTP do");

/** What is wrong with the port from which a datagram came, where the step asks for one. */
export function fromAnotherPort(
  step: { "same-port"?: true | undefined; "other-port"?: true | undefined },
  { from }: Datagram,
  peer: UdpPeer,
): StepFailure | null {
  const isWrong = from.port === peer.remotePort ? step["other-port"] : step["same-port"];
  if (!isWrong || peer.remotePort === null) return null;
  return { code: "reply-from-elsewhere", who: peer.name, facts: { asked: peer.remotePort, from: from.port } };
}
