import { joinDatagrams } from "../../wire/join-datagrams.ts";
import { UdpPeer } from "../../wire/udp-peer.ts";
import type { UdpAddress } from "../../wire/udp-socket.ts";
import type { StepContext } from "../step-context.ts";
import { launched } from "./names.ts";

/** `relay` over UDP: a server for the client, and a client of the server. */
export async function relayDatagrams(
  { as: name, to }: { as: string; to: string },
  server: UdpAddress,
  port: number,
  context: StepContext,
): Promise<null> {
  // A connected socket does not receive answers from another port: it is used only if a free one would not stay in the old network.
  const way = context.hasNamespaces ? "free" : "fixed";
  const toServer = await UdpPeer.connect(`${name}-to-server`, server, context.transcript, way);
  context.peers.set(toServer.name, toServer);
  // The socket that was opened above stays in the old network.
  context.addNetwork();
  const toClient = await UdpPeer.open(`${name}-to-client`, context.datagramAddresses, port, context.transcript);
  context.peers.set(toClient.name, toClient);
  launched(context, to).relays.push(toClient);
  joinDatagrams(toClient, toServer, context.transcript);
  return null;
}
