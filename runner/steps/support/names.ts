import * as z from "zod";
import type { TcpListener } from "../../wire/tcp-listener.ts";
import { TcpPeer } from "../../wire/tcp-peer.ts";
import { UdpPeer } from "../../wire/udp-peer.ts";
import type { LaunchedProgram, Peers, Programs } from "../step-context.ts";
import { type Reference, references } from "./references.ts";
import { Unplayable } from "./unplayable.ts";

const name = z
  .string()
  .regex(
    /^(?:[a-z]|\{[^{}]+\})(?:[a-z0-9-]|\{[^{}]+\})*$/,
    "write a name in small letters, such as alice, client-{n} or client-{n + 1}",
  );

/** A path in a program's working folder. */
export const ownPath = z
  .string()
  .regex(
    /^(?!\/)(?!.*(?:^|\/)\.\.?(?:\/|$))[^\0]+$/,
    "write a path inside the working folder, such as pages/index.html",
  );

/** The name that a step gives to a peer or a listener. */
export const newName = name.describe("Its name from now on: alice, bob, client-{n}");

/** The name of a peer of the grader, over either transport. */
export const peerName = referring("peer", name.describe("A peer that the grader plays: alice, bob, client-{n}"));

/** The name of a peer of the grader or, if no peer has that name, of a listener. */
export const endpointName = referring("endpoint", name.describe("A peer or a listener of the grader: alice, bob"));

/** The name of a TCP connection of the grader. */
export const streamName = referring("stream", name.describe("A TCP connection that the grader plays: alice, bob"));

/** The name of a UDP socket of the grader. */
export const datagramsName = referring("datagrams", name.describe("A UDP socket that the grader plays: alice, bob"));

/** The name of a TCP listener of the grader. */
export const listenerName = referring("listener", name.describe("A listener of the grader: bob"));

/** The role of a program of the lab. */
export const roleName = referring("role", z.string().describe("Role of a program of the lab: server, client"));

/** A program that was started. */
export const programName = referring(
  "program",
  z.string().describe("A program that was started, by its role or the name that `start` gave it: server, client"),
);

function referring<S extends z.ZodType>(to: Reference["to"], schema: S): S {
  references.add(schema, { to });
  return schema;
}

/** A fault of the lab that is found only when it is played, for example a step with the name of a peer that does not exist. */
export class LabFault extends Error {}

/** The stream with that name. @throws Unplayable if this machine cannot have it */
export function tcpPeer(context: Peers, name: string): TcpPeer {
  const peer = context.peers.get(name);
  if (peer instanceof TcpPeer) return peer;
  throw missing(context, name, `no TCP connection is named ${name}: a connect or accept step must come first`);
}

/** The datagram socket with that name. */
export function udpPeer(context: Peers, name: string): UdpPeer {
  const peer = context.peers.get(name);
  if (peer instanceof UdpPeer) return peer;
  throw missing(
    context,
    name,
    `no UDP socket is named ${name}: a connect or listen step of a UDP program must come first`,
  );
}

/** The stream or datagram socket with that name. */
export function streamOrDatagramPeer(context: Peers, name: string): TcpPeer | UdpPeer {
  const peer = context.peers.get(name);
  if (peer) return peer;
  throw missing(context, name, `no peer is named ${name}: a connect, accept or listen step must come first`);
}

function missing({ absent }: Peers, name: string, fault: string): Error {
  return absent.has(name) ? new Unplayable({ code: "world" }) : new LabFault(fault);
}

/** The listener with that name. */
export function listener(context: Peers, name: string): TcpListener {
  const found = context.listeners.get(name);
  if (found) return found;
  throw new LabFault(`no listener is named ${name}: a listen step must come first`);
}

/** The launched program of that role. */
export function launched(context: Programs, role: string): LaunchedProgram {
  const found = context.launched.get(role);
  if (found) return found;
  throw new LabFault(`the ${role} was not started: a start step must come first`);
}
