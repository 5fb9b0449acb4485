import type { SocketSample } from "../linux/socket-sample.ts";

/** Gives out the ports of a network that is one's own, one after another, without those that are in use. */
export function nextPort(): (sockets: readonly SocketSample[]) => number {
  let last = firstPort;
  return (sockets) => {
    const taken = new Set(sockets.map((socket) => socket.localPort));
    do last = last === finalPort ? firstPort : last + 1;
    while (taken.has(last));
    return last;
  };
}

/** Free of ports that programs write in their sources (below 20 000) and of those the kernel hands out (from 32 768). */
const firstPort = 20_011;
const finalPort = 32_000;
