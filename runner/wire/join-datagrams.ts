import type { Transcript } from "./transcript.ts";
import type { UdpPeer } from "./udp-peer.ts";

/**
 * Forwards every datagram that arrives at one of two peers through the other one until the test ends. Steps can still expect the
 * datagrams at both peers.
 */
export function joinDatagrams(toClient: UdpPeer, toServer: UdpPeer, transcript: Transcript): void {
  toClient.passing = [];
  toServer.passing = [];
  transcript.subscribe(() => {
    forward(toClient, toServer);
    forward(toServer, toClient);
  });
}

function forward(from: UdpPeer, to: UdpPeer): void {
  for (const { bytes } of from.passing?.splice(0) ?? []) void to.send(bytes);
}
