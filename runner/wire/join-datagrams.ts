import type { Transcript } from "./transcript.ts";
import type { UdpPeer } from "./udp-peer.ts";

/** Passes every datagram that arrives at one of two peers on to the other's side, for as long as the test goes on. */
export function joinDatagrams(toClient: UdpPeer, toServer: UdpPeer, transcript: Transcript): void {
  transcript.subscribe(() => {
    passOn(toClient, toServer);
    passOn(toServer, toClient);
  });
}

function passOn(from: UdpPeer, to: UdpPeer): void {
  for (let datagram = from.take(); datagram; datagram = from.take()) void to.send(datagram.bytes);
}
