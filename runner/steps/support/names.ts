import * as z from "zod";
import type { TcpListener } from "../../wire/tcp-listener.ts";
import { TcpPeer } from "../../wire/tcp-peer.ts";
import { UdpPeer } from "../../wire/udp-peer.ts";
import type { LaunchedProgram, StepContext } from "../step-context.ts";

/** The name of a peer that the grader plays. */
export const peerName = z
  .string()
  .regex(/^[a-z][a-z0-9{}-]*$/, "write a peer's name in small letters, such as alice or client-{n}")
  .describe("Name of a peer that the grader plays: alice, bob, client-{n}");

/** The role of a program under test. */
export const roleName = z.string().describe("Role of a program of the lab: server, client");

/** A fault of the lab that only playing it can show: a step names a peer that was never made. */
export class LabFault extends Error {}

/** The stream with that name. */
export function tcpPeer(context: StepContext, name: string): TcpPeer {
  const peer = context.peers.get(name);
  if (peer instanceof TcpPeer) return peer;
  throw new LabFault(`no TCP connection is named ${name}: a connect or accept step must come first`);
}

/** The datagram socket with that name. */
export function udpPeer(context: StepContext, name: string): UdpPeer {
  const peer = context.peers.get(name);
  if (peer instanceof UdpPeer) return peer;
  throw new LabFault(`no UDP socket is named ${name}: a connect or listen step of a UDP program must come first`);
}

/** The stream or datagram socket with that name. */
export function streamOrDatagramPeer(context: StepContext, name: string): TcpPeer | UdpPeer {
  const peer = context.peers.get(name);
  if (peer) return peer;
  throw new LabFault(`no peer is named ${name}: a connect, accept or listen step must come first`);
}

/** The listener with that name. */
export function listener(context: StepContext, name: string): TcpListener {
  const found = context.listeners.get(name);
  if (found) return found;
  throw new LabFault(`nobody named ${name} listens: a listen step must come first`);
}

/** The launched program of that role. */
export function launched(context: StepContext, role: string): LaunchedProgram {
  const found = context.launched.get(role);
  if (found) return found;
  throw new LabFault(`the ${role} was not started: a start step must come first`);
}
