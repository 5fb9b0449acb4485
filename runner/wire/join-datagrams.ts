import type { Transcript } from "./transcript.ts";
import type { UdpPeer } from "./udp-peer.ts";

/**
 * Passes every datagram that arrives at one of two peers on to the other's side, for as long as the test goes on; what steps
 * expect at a peer is there for them all the same.
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
