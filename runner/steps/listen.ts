import * as z from "zod";
import { TcpListener } from "../wire/tcp-listener.ts";
import { UdpPeer } from "../wire/udp-peer.ts";
import { blameTheNetwork } from "./foreign-address.ts";
import { listener, peerName, roleName } from "./names.ts";
import { defineShortStep } from "./step.ts";
import { duration } from "./units.ts";
import { patience } from "./wait.ts";

const listenFields = z.strictObject({
  as: peerName,
  for: roleName
    .optional()
    .describe(
      "The program whose port it takes: where a client dials, or where a server wants to listen. @default the test's program",
    ),
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
  async play(step, scene) {
    const role = step.for ?? scene.role;
    const port = await scene.portOf(role);
    if (step.deaf) {
      await scene.listenDeaf(port);
      scene.transcript.record(step.as, "listen", { detail: `port ${port}, without an answer` });
    } else if (scene.transport(role) === "udp") {
      scene.peers.set(step.as, await UdpPeer.open(step.as, scene.datagramAddresses, port, scene.transcript));
    } else {
      scene.listeners.set(step.as, await TcpListener.open(step.as, scene.listenAddresses, port, scene.transcript));
    }
    return null;
  },
});

const acceptFields = z.strictObject({
  at: peerName,
  as: peerName.optional().describe("Name of the connection. @default the listener's own name"),
  within: duration.optional().describe("How long the program may idle before it connects. @default the test's limit"),
});

export const accept = defineShortStep({
  summary: "A client under test must connect; the connection becomes a peer.",
  example: "- accept: { at: bob, as: carol }",
  short: "at",
  schema: acceptFields,
  async play(step, scene) {
    const bob = listener(scene, step.at);
    const waited = await scene.until(() => (bob.waiting > 0 ? true : undefined), patience(step.within));
    if ("gaveUp" in waited) {
      const client = scene.actors.get(scene.role);
      if (client) blameTheNetwork(client, scene);
      return { code: "no-connection", who: step.at, gaveUp: waited.gaveUp };
    }
    const peer = bob.accept(step.as ?? step.at);
    if (peer === null) throw new Error("a connection that waited was taken by somebody else");
    scene.peers.set(peer.name, peer);
    return null;
  },
});
