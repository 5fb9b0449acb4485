import type { Transcript } from "./transcript.ts";
import type { UdpPeer } from "./udp-peer.ts";

/**
 * Forwards every datagram that arrives at one of two peers to the other's side until the test ends. Steps can expect the
 * datagrams at both peers nevertheless.
 */
export function joinDatagrams(toClient: UdpPeer, toServer: UdpPeer, transcript: Transcript): void {
  toClient.passing = [];
  toServer.passing = [];
  transcript.subscribe(() => {
    passOn(toClient, toServer);
    passOn(toServer, toClient);
  });
}

function passOn(from: UdpPeer, to: UdpPeer): void {
  for (const { bytes } of from.passing?.splice(0) ?? []) void to.send(bytes);
}
