import type { SocketSample } from "../linux/socket-sample.ts";

/** The range from which a port is taken; the numbers of `high` ports do not fit into a signed 16-bit integer. */
export type PortRange = "ordinary" | "high";

/**
 * Returns a function that gives the next port of a range that is not in use.
 *
 * @param from where in the range to begin, from 0 to 1
 */
export function nextPort(from = 0, range: PortRange = "ordinary"): (sockets: readonly SocketSample[]) => number {
  const [first, final] = portRanges[range];
  let last = first + Math.floor(from * (final - first));
  return (sockets) => {
    const taken = new Set(sockets.map((socket) => socket.localPort));
    do last = last === final ? first : last + 1;
    while (taken.has(last));
    return last;
  };
}

/** Free of ports that programs write in their sources (below 20 000) and of those Linux hands out (32 768 to 60 999). */
export const portRanges: Record<PortRange, readonly [first: number, final: number]> = {
  ordinary: [20_011, 32_000],
  high: [61_011, 65_000],
};
