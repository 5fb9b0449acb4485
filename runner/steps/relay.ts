import * as z from "zod";
import { forwardStream } from "../wire/relay.ts";
import { TcpListener } from "../wire/tcp-listener.ts";
import { TcpPeer } from "../wire/tcp-peer.ts";
import type { Transcript } from "../wire/transcript.ts";
import { listeningAddress } from "./connect.ts";
import { defineStep } from "./step.ts";
import type { StepContext } from "./step-context.ts";
import { launched, newName, programName, roleName } from "./support/names.ts";
import { relayDatagrams } from "./support/relay-datagrams.ts";
import { duration, size, toBytes, toMs } from "./support/units.ts";
import { Unplayable } from "./support/unplayable.ts";

const schema = z.strictObject({
  as: newName.describe("Name of the relay; its two ends are the peers <name>-to-client and <name>-to-server"),
  to: programName.describe("The server that the relay connects to"),
  for: roleName
    .optional()
    .describe("The client on whose port it listens. @default the relay listens on the server's port"),
  delay: duration.optional().describe("How long it delays all bytes; TCP only. @default 0ms"),
  chop: size
    .optional()
    .describe("The most bytes that it forwards in one write, with a pause after each; TCP only. @default all"),
  "cut-after": size
    .optional()
    .describe("Resets both connections after it has forwarded this number of bytes to the client; TCP only"),
});

export const relay = defineStep({
  summary:
    "Forwards and records one connection between a running server and a client that is started next. If the relay takes the server's own port, the client gets a network of its own; on a machine without further networks the two are connected directly, and a test that looks at one of the ends is not played, except by expect-passed.",
  example: "- relay: { as: carol, to: server }",
  schema,
  brings({ as, to }, { transport }) {
    const kind = transport(to) === "udp" ? "datagrams" : "stream";
    return [
      { name: `${as}-to-client`, kind },
      { name: `${as}-to-server`, kind },
    ];
  },
  acts: "alone",
  races: () => true,
  async play(step, context) {
    const target = await listeningAddress(launched(context, step.to), context);
    if ("code" in target) return target;
    const port = step.for === undefined ? target.port : await context.portOf(step.for);
    if (!context.hasNetworks && port === target.port) {
      for (const end of ["client", "server"]) context.absent.add(`${step.as}-to-${end}`);
      return null;
    }
    if (context.transport(step.to) === "udp") return relayDatagrams(step, target, port, context);
    const connecting = TcpPeer.connect(`${step.as}-to-server`, target, context.transcript);
    const waited = await context.settled(connecting);
    const facts = { address: target.address, port: target.port };
    if ("gaveUp" in waited) return { code: "not-accepted", who: step.as, facts, gaveUp: waited.gaveUp };
    const server = waited.value;
    if (typeof server === "string") return { code: "refused", who: step.as, facts: { ...facts, error: server } };
    context.peers.set(server.name, server);
    // The connection that was opened above stays in the old network.
    context.addNetwork();
    const listener = await TcpListener.open(step.as, context.listenAddresses, port, context.transcript).catch(
      (error) => {
        if (context.hasNetworks || error.code !== "EADDRINUSE") throw error;
        throw new Unplayable({ code: "world" });
      },
    );
    context.listeners.set(step.as, listener);
    launched(context, step.to).relays.push(listener);
    context.promised.add(`${step.as}-to-client`);
    void carry(step, listener, server, context);
    return null;
  },
});

async function carry(
  step: z.output<typeof schema>,
  listener: TcpListener,
  server: TcpPeer,
  context: StepContext,
): Promise<void> {
  const client = await firstConnection(`${step.as}-to-client`, listener, context.transcript);
  context.peers.set(client.name, client);
  const manners = {
    ...(step.delay !== undefined && { delayMs: toMs(step.delay) }),
    ...(step.chop !== undefined && { chopBytes: toBytes(step.chop) }),
  };
  const back = step["cut-after"] === undefined ? manners : { ...manners, cutAfterBytes: toBytes(step["cut-after"]) };
  const during = <T>(work: Promise<T>) => context.during(work);
  await Promise.all([
    forwardStream(client, server, manners, { transcript: context.transcript, during }),
    forwardStream(server, client, back, { transcript: context.transcript, during }),
  ]);
}

function firstConnection(name: string, listener: TcpListener, transcript: Transcript): Promise<TcpPeer> {
  return new Promise((resolve) => {
    const unsubscribe = transcript.subscribe(() => {
      if (listener.waiting === 0) return;
      unsubscribe();
      resolve(listener.accept(name) as TcpPeer);
    });
  });
}
