import type { SocketSample } from "../linux/socket-sample.ts";

/**
 * Gives out ports, one after another, without those that are in use.
 *
 * @param from where it begins: a share of all there are
 */
export function nextPort(from = 0): (sockets: readonly SocketSample[]) => number {
  let last = firstPort + Math.floor(from * (finalPort - firstPort));
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
