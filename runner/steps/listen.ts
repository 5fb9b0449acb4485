import * as z from "zod";
import type { CertificateFlaw } from "../wire/certificates.ts";
import type { Security } from "../wire/secure.ts";
import { TcpListener } from "../wire/tcp-listener.ts";
import { UdpPeer } from "../wire/udp-peer.ts";
import { defineShortStep } from "./step.ts";
import type { StepContext } from "./step-context.ts";
import { blameTheNetwork } from "./support/foreign-address.ts";
import { LabFault, listener, listenerName, newName, ownPath, roleName } from "./support/names.ts";
import { duration } from "./support/units.ts";
import { Unplayable } from "./support/unplayable.ts";
import { patience } from "./wait.ts";

const listenFields = z.strictObject({
  as: newName,
  for: roleName
    .optional()
    .describe(
      "The program whose port it takes: to which a client will connect, or on which a server wants to listen. @default the test's program",
    ),
  over: z
    .enum(["tcp", "udp"])
    .optional()
    .describe(
      "The grader listens as a third party, over this transport, on `port` or on a free port; later steps can use it as {<name>-port}",
    ),
  port: z
    .union([z.int().min(1).max(65535), z.string()])
    .optional()
    .describe("With over: the port. @default a free one"),
  path: ownPath
    .optional()
    .describe(
      "A path in the working folder of programs that are started later, for a stream socket of AF_UNIX. @default that of the program, if its lab gives it a path instead of a port",
    ),
  group: z
    .union([z.ipv4(), z.array(z.ipv4()).min(1)])
    .optional()
    .describe("Over UDP, the multicast group that it joins, or several; peers in one group may share a port"),
  tls: z
    .union([z.literal(true), z.enum(["untrusted", "expired", "wrong-name"])])
    .optional()
    .describe(
      "Uses TLS with the lab's own certificate, whose authority programs find in their working folder (`files` with `pem`); or with one that a client must refuse: of an unknown authority, expired, or for another name",
    ),
  deaf: z
    .literal(true)
    .optional()
    .describe("Attempts to connect get no answer, as if every packet were lost; no connection can be accepted"),
});

export const listen = defineShortStep({
  summary:
    "The grader listens on the port to which a client under test will connect, or takes the port of a server under test.",
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
    const security = step.tls === undefined ? null : await shown(step.tls, context);
    if (path !== null) {
      const place = { path: context.socketFor(path), shown: path };
      context.listeners.set(step.as, await TcpListener.openPath(step.as, place, context.transcript, security));
      return null;
    }
    const port = step.over ? Number(step.port ?? (await context.freePort())) : await context.portOf(role);
    if (step.over) context.values.set(`${step.as}-port`, String(port));
    if (step.deaf) {
      await context.listenDeaf(port);
      context.transcript.record(step.as, "listen", { detail: `port ${port}, without an answer` });
    } else if ((step.over ?? context.transport(role)) === "udp") {
      if (security) throw new LabFault("TLS needs TCP, and this is UDP");
      const groups = [step.group ?? []].flat();
      // Without a network of its own a test would share multicast groups with the whole machine.
      if (groups.length > 0 && !context.hasNamespaces) throw new Unplayable({ code: "world" });
      const addresses = groups.length > 0 ? ["127.0.0.1"] : context.datagramAddresses;
      const peer = await UdpPeer.open(step.as, addresses, port, context.transcript, groups);
      context.peers.set(step.as, peer);
    } else {
      context.listeners.set(
        step.as,
        await TcpListener.open(step.as, context.listenAddresses, port, context.transcript, security),
      );
    }
    return null;
  },
});

async function shown(tls: true | CertificateFlaw, context: StepContext): Promise<Security> {
  const certificates = await context.certificates();
  return tls === true ? certificates : certificates.flawed(tls);
}

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
    const arrived = () => (bob.waiting > 0 ? "waits" : bob.failures[0]);
    const waited = await context.until(arrived, patience(step.within));
    if ("value" in waited && waited.value !== "waits") {
      bob.failures.shift();
      return { code: "tls-failed", who: step.at, facts: { error: waited.value } };
    }
    if ("gaveUp" in waited) {
      if (bob.shakesHands) return { code: "tls-failed", who: step.at, facts: {}, gaveUp: waited.gaveUp };
      const client = context.launched.get(context.role);
      if (client) blameTheNetwork(client, context);
      return { code: "no-connection", who: step.at, gaveUp: waited.gaveUp };
    }
    const peer = bob.accept(step.as ?? step.at);
    if (peer === null) throw new Error("a waiting connection was accepted by another step");
    context.peers.set(peer.name, peer);
    return null;
  },
});
