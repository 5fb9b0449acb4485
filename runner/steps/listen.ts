import * as z from "zod";
import { TcpListener } from "../wire/tcp-listener.ts";
import { UdpPeer } from "../wire/udp-peer.ts";
import { defineShortStep } from "./step.ts";
import { blameTheNetwork } from "./support/foreign-address.ts";
import { listener, listenerName, newName, ownPath, roleName } from "./support/names.ts";
import { duration } from "./support/units.ts";
import { Unplayable } from "./support/unplayable.ts";
import { patience } from "./wait.ts";

const listenFields = z.strictObject({
  as: newName,
  for: roleName
    .optional()
    .describe(
      "The program whose port it takes: where a client dials, or where a server wants to listen. @default the test's program",
    ),
  over: z
    .enum(["tcp", "udp"])
    .optional()
    .describe(
      "The grader as a third party: it listens over this transport, on a free port that is {<name>-port} from now on, or on `port`",
    ),
  port: z
    .union([z.int().min(1).max(65535), z.string()])
    .optional()
    .describe("With over: the port. @default a free one"),
  path: ownPath
    .optional()
    .describe(
      "A path of the working folder of programs that are started later, for a stream socket of AF_UNIX. @default that of the program, if its lab gives it one in the place of a port",
    ),
  group: z
    .union([z.ipv4(), z.array(z.ipv4()).min(1)])
    .optional()
    .describe("Over UDP, the multicast group that it joins, or several; peers in one group may share a port"),
  deaf: z
    .literal(true)
    .optional()
    .describe("Attempts to connect stay without an answer, as if every packet were lost; nobody can be accepted"),
});

export const listen = defineShortStep({
  summary: "The grader listens where a client under test will dial, or takes the port away from a server under test.",
  example: "- listen: bob",
  short: "as",
  schema: listenFields,
  brings: ({ as, for: role, over }, programs) => [
    { name: as, kind: (over ?? programs.transport(role ?? programs.role)) === "udp" ? "datagrams" : "listener" },
    ...(over ? [{ name: `${as}-port`, kind: "value" as const }] : []),
  ],
  async play(step, context) {
    const role = step.for ?? context.role;
    const path = step.path ?? (step.over === undefined ? context.pathOf(role) : null);
    if (path !== null) {
      const socket = context.socketFor(path);
      context.listeners.set(step.as, await TcpListener.openPath(step.as, socket, path, context.transcript));
      return null;
    }
    const port = step.over ? Number(step.port ?? (await context.freePort())) : await context.portOf(role);
    if (step.over) context.values.set(`${step.as}-port`, String(port));
    if (step.deaf) {
      await context.listenDeaf(port);
      context.transcript.record(step.as, "listen", { detail: `port ${port}, without an answer` });
    } else if ((step.over ?? context.transport(role)) === "udp") {
      const groups = [step.group ?? []].flat();
      // Groups are the whole machine's where networks are not a test's own.
      if (groups.length > 0 && !context.hasNamespaces) throw new Unplayable({ code: "world" });
      const addresses = groups.length > 0 ? ["127.0.0.1"] : context.datagramAddresses;
      const peer = await UdpPeer.open(step.as, addresses, port, context.transcript, groups);
      context.peers.set(step.as, peer);
    } else {
      context.listeners.set(
        step.as,
        await TcpListener.open(step.as, context.listenAddresses, port, context.transcript),
      );
    }
    return null;
  },
});

const acceptFields = z.strictObject({
  at: listenerName,
  as: newName.optional().describe("Name of the connection. @default the listener's own name"),
  within: duration.optional().describe("How long the program may idle before it connects. @default the test's limit"),
});

export const accept = defineShortStep({
  summary: "A client under test must connect; the connection becomes a peer.",
  example: "- accept: { at: bob, as: carol }",
  short: "at",
  schema: acceptFields,
  brings: ({ at, as }) => [{ name: as ?? at, kind: "stream" }],
  async play(step, context) {
    const bob = listener(context, step.at);
    const waited = await context.until(() => (bob.waiting > 0 ? true : undefined), patience(step.within));
    if ("gaveUp" in waited) {
      const client = context.launched.get(context.role);
      if (client) blameTheNetwork(client, context);
      return { code: "no-connection", who: step.at, gaveUp: waited.gaveUp };
    }
    const peer = bob.accept(step.as ?? step.at);
    if (peer === null) throw new Error("a connection that waited was taken by somebody else");
    context.peers.set(peer.name, peer);
    return null;
  },
});
