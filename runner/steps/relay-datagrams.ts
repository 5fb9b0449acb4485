import { joinDatagrams } from "../wire/join-datagrams.ts";
import { UdpPeer } from "../wire/udp-peer.ts";
import type { UdpAddress } from "../wire/udp-socket.ts";
import { actor } from "./names.ts";
import type { Scene } from "./scene.ts";

/** `relay` over UDP: a server's place for the client, a client's for the server. */
export async function relayDatagrams(
  { as: name, to }: { as: string; to: string },
  server: UdpAddress,
  port: number,
  scene: Scene,
): Promise<null> {
  const toServer = await UdpPeer.connect(`${name}-to-server`, server, scene.transcript);
  scene.peers.set(toServer.name, toServer);
  // The socket stays in the network in which it was made.
  scene.addNetwork();
  const toClient = await UdpPeer.open(`${name}-to-client`, scene.datagramAddresses, port, scene.transcript);
  scene.peers.set(toClient.name, toClient);
  actor(scene, to).relays.push(toClient);
  joinDatagrams(toClient, toServer, scene.transcript);
  return null;
}
