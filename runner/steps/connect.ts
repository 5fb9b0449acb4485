import * as z from "zod";
import { plainAddress } from "../linux/addresses.ts";
import type { SocketSample } from "../linux/socket-sample.ts";
import type { Destination } from "../wire/dial.ts";
import { TcpPeer } from "../wire/tcp-peer.ts";
import { UdpPeer } from "../wire/udp-peer.ts";
import { defineShortStep } from "./step.ts";
import type { LaunchedProgram, StepContext, StepFailure } from "./step-context.ts";
import { listeningSocket } from "./support/listening-path.ts";
import { LabFault, launched, newName, ownPath, programName } from "./support/names.ts";

const fields = z.strictObject({
  as: newName,
  to: programName.optional().describe("The server under test. @default the program of the test"),
  over: z.enum(["tcp", "udp"]).optional().describe("The transport, for a server of both. @default the program's own"),
  path: ownPath
    .optional()
    .describe(
      "A path in the program's working folder, at which it listens on a stream socket of AF_UNIX. @default the program's own, if its lab gives it a path instead of a port",
    ),
  tls: z
    .literal(true)
    .optional()
    .describe(
      "Uses TLS, and accepts only the lab's own certificate, which the server finds in its working folder (`files` with `pem`)",
    ),
  line: z
    .literal("narrow")
    .optional()
    .describe("narrow: small segments and a small receive buffer, so that the program's send buffer fills up soon"),
  family: z.enum(["ipv4", "ipv6"]).optional().describe("The address family. @default the one it listens on"),
});

export const connect = defineShortStep({
  summary:
    "A client that the grader plays connects to the server under test, at the address at which it really listens, or at its path; over UDP it opens a socket whose datagrams go there.",
  example: "- connect: alice",
  short: "as",
  schema: fields,
  brings: ({ as, to, over }, { role, transport }) => [
    { name: as, kind: (over ?? transport(to ?? role)) === "udp" ? "datagrams" : "stream" },
  ],
  acts: "alone",
  onlyTalks: true,
  async play(step, context) {
    const role = step.to ?? context.role;
    const path = step.path ?? (step.over === undefined ? context.pathOf(launched(context, role).of) : null);
    const tls = step.tls === true;
    if (path !== null) return connectToPath(step.as, path, tls, role, context);
    const target = await listeningAddress(launched(context, role), context, step);
    if ("code" in target) return target;
    if ((step.over ?? context.transport(role)) === "udp") {
      if (tls) throw new LabFault("TLS needs TCP, and this is UDP");
      context.peers.set(step.as, await UdpPeer.connect(step.as, target, context.transcript));
      return null;
    }
    const socket = step.line === "narrow" ? { descriptor: context.narrowSocket(target.address) } : {};
    const facts = { address: target.address, port: target.port };
    return dial(step.as, { to: { ...target, ...socket }, tls, facts }, context);
  },
});

async function connectToPath(name: string, path: string, tls: boolean, role: string, context: StepContext) {
  const held = await listeningSocket(launched(context, role), path, context);
  if ("code" in held) return held;
  const { mayBeEarly = false } = held;
  const to = { path: held.path, shown: path, mayBeEarly };
  return dial(name, { to, tls, facts: { path } }, context).finally(held.release);
}

interface Dialled {
  to: Destination;
  tls: boolean;
  facts: { address: string; port: number } | { path: string };
}

async function dial(name: string, { to, tls, facts }: Dialled, context: StepContext): Promise<StepFailure | null> {
  let hasBegun = false;
  const begun = () => {
    hasBegun = true;
  };
  const security = tls && { authority: (await context.certificates()).authority, name: "localhost" };
  const beginning = security ? { security, begun } : undefined;
  const connecting = TcpPeer.connect(name, to, context.transcript, beginning);
  void connecting.then((outcome) => outcome instanceof TcpPeer && context.peers.set(name, outcome));
  const waited = await context.settled(connecting);
  if ("gaveUp" in waited) {
    if (hasBegun) return { code: "tls-failed", who: name, facts: {}, gaveUp: waited.gaveUp };
    return { code: "not-accepted", who: name, facts, gaveUp: waited.gaveUp };
  }
  if (typeof waited.value === "string") return { code: "refused", who: name, facts: { ...facts, error: waited.value } };
  return "tls" in waited.value ? { code: "tls-failed", who: name, facts: { error: waited.value.tls } } : null;
}

interface Target {
  address: string;
  port: number;
}

/** Where to connect to: the address and port at which the server really listens, even if the lab asks for others. */
export async function listeningAddress(
  server: LaunchedProgram,
  context: StepContext,
  { family, over }: { family?: "ipv4" | "ipv6" | undefined; over?: "tcp" | "udp" | undefined } = {},
): Promise<Target | StepFailure> {
  if (context.pathOf(server.of) !== null)
    throw new LabFault(`${server.role} has a path instead of a port: only \`connect\` can be used with it`);
  const serving = server.serving(over);
  const found = preferred(server, serving, family);
  // If the server serves over another family already, its other socket follows at once or never.
  const late = serving.length > 0 ? { idleMs: 500 } : {};
  const waited = found
    ? { value: found }
    : await context.until(() => preferred(server, server.serving(over), family), { pollMs: 2, ...late });
  if ("value" in waited) return { address: dialAddress(waited.value, family), port: waited.value.localPort };
  const exit = server.exit();
  const lacks = family !== undefined && server.serving(over).length > 0 ? { family } : {};
  const [about, facts] = [
    { who: server.role, gaveUp: waited.gaveUp },
    { ...(over && { over }), ...lacks },
  ];
  return exit
    ? { code: "exited-early", ...about, facts: { status: exit.status, ...facts } }
    : { code: "not-listening", ...about, facts };
}

/** The socket at the port that the server was given, or at which it got ready; else any of its sockets. */
function preferred(
  server: LaunchedProgram,
  serving: SocketSample[],
  family?: "ipv4" | "ipv6",
): SocketSample | undefined {
  const sockets = serving.filter((socket) => takes(socket, family));
  const at = (port: number | null) => sockets.find((socket) => socket.localPort === port);
  return at(server.givenPort) ?? at(server.listenedOn) ?? sockets[0];
}

function takes({ localAddress, ipv6Only }: SocketSample, family?: "ipv4" | "ipv6"): boolean {
  const isIpv6 = plainAddress(localAddress).includes(":");
  if (family === "ipv6") return isIpv6;
  if (family === "ipv4") return !isIpv6 || (localAddress === "::" && !ipv6Only);
  return true;
}

function dialAddress(socket: SocketSample, family?: "ipv4" | "ipv6"): string {
  if (socket.localAddress === "0.0.0.0") return "127.0.0.1";
  if (socket.localAddress === "::") return socket.ipv6Only || family === "ipv6" ? "::1" : "127.0.0.1";
  return plainAddress(socket.localAddress);
}
