import * as z from "zod";
import type { SocketOptions } from "../linux/socket-options.ts";
import type { SocketSample } from "../linux/socket-sample.ts";
import type { Facts } from "../model/failure.ts";
import { TcpPeer } from "../wire/tcp-peer.ts";
import { defineStep } from "./step.ts";
import type { LaunchedProgram, StepContext, StepFailure } from "./step-context.ts";
import { LabFault, launched, peerName, programName, streamOrDatagramPeer } from "./support/names.ts";
import { livesOf, optionsAskedFor } from "./support/socket-lives.ts";
import { duration, toMs } from "./support/units.ts";
import { Unplayable } from "./support/unplayable.ts";

const fields = z.strictObject({
  of: programName,
  on: z
    .union([z.literal("listening"), peerName])
    .describe("listening: the socket on which it listens; a peer: the program's end of that peer's connection"),
  reuseaddr: z.boolean().optional().describe("SO_REUSEADDR"),
  keepalive: z.boolean().optional().describe("SO_KEEPALIVE"),
  nodelay: z.boolean().optional().describe("TCP_NODELAY"),
  linger: duration.optional().describe("SO_LINGER, switched on with this time in whole seconds"),
  backlog: z
    .int()
    .positive()
    .optional()
    .describe("The least length of the queue of connections that wait for accept()"),
});
type Wanted = z.output<typeof fields>;

export const expectOption = defineStep({
  summary:
    "An open TCP socket of a program must have these options; the program, its runtime or the listening socket may have set them. Linux only.",
  example: "- expect-option: { of: server, on: listening, reuseaddr: true }",
  schema: fields,
  needs: "options",
  async play(step, context) {
    const program = launched(context, step.of);
    if (program.cannotSet.some((option) => step[option] !== undefined))
      throw new Unplayable({ code: "language", language: program.language });
    let seen: StepFailure | null = null;
    const waited = await context.until(
      () => {
        seen = differenceOn(program, step, context);
        return seen === null ? true : undefined;
      },
      { pollMs: 5 },
    );
    return "value" in waited ? null : { ...(seen as unknown as StepFailure), gaveUp: waited.gaveUp };
  },
});

/** The first option that is not as it should be, on any of the sockets: a runtime may have one for IPv4 and one for IPv6. */
function differenceOn(program: LaunchedProgram, wanted: Wanted, context: StepContext): StepFailure | null {
  const place = { on: wanted.on };
  const meant = wanted.on === "listening" ? program.serving() : connectionsTo(wanted.on, context);
  const sockets = meant.flatMap((socket) => {
    const options = optionsOf(program, socket);
    return options ? [{ socket, options }] : [];
  });
  const seen = sockets.length > 0 ? sockets : closedConnections(program, wanted.on);
  if (seen.length === 0) return { code: "option-differs", who: wanted.of, facts: { ...place, option: "none" } };
  for (const { socket, options } of seen) {
    const facts = differing(socket, options, wanted);
    if (facts) return { code: "option-differs", who: wanted.of, facts: { ...place, ...facts } };
  }
  return null;
}

interface SeenSocket {
  /** Null for a socket that is closed by now. */
  socket: SocketSample | null;
  options: SocketOptions;
}

/** The options that a program set on its last connection, which it may have closed; known only if its calls are traced. */
function closedConnections({ program }: LaunchedProgram, on: Wanted["on"]): SeenSocket[] {
  const lives = on === "listening" ? [] : livesOf(program.calls()).filter(({ kind }) => kind === "connection");
  return lives.slice(-1).map(({ calls }) => ({ socket: null, options: optionsAskedFor(calls) }));
}

type Differing = Omit<Facts<"option-differs">, "on">;

function differing(socket: SocketSample | null, options: SocketOptions, wanted: Wanted): Differing | null {
  // For a listening socket the kernel shows the backlog as the length of the send queue.
  if (wanted.backlog !== undefined && socket !== null && socket.sendQueue < wanted.backlog)
    return { option: "backlog", wanted: wanted.backlog, found: socket.sendQueue };
  for (const name of ["reuseaddr", "keepalive", "nodelay"] as const) {
    const value = wanted[name];
    if (value !== undefined && options[name] !== value) return { option: name, wanted: value, found: options[name] };
  }
  if (wanted.linger === undefined) return null;
  const seconds = toMs(wanted.linger) / 1000;
  const found = options.lingerSeconds ?? "off";
  return found === seconds ? null : { option: "linger", wanted: seconds, found };
}

/** The sockets connected to that peer; those of other processes are dropped when their options are read. */
function connectionsTo(name: string, context: StepContext): SocketSample[] {
  const peer = streamOrDatagramPeer(context, name);
  if (!(peer instanceof TcpPeer)) throw new LabFault(`${name} has no TCP connection whose options could be read`);
  const sockets = context.sockets().filter(({ protocol, inode }) => protocol === "tcp" && inode !== 0);
  return sockets.filter(({ remotePort }) => remotePort === peer.localPort);
}

function optionsOf({ program }: LaunchedProgram, { inode }: SocketSample): SocketOptions | null {
  try {
    return program.options(inode);
  } catch {
    throw new Unplayable({ code: "refused" });
  }
}
