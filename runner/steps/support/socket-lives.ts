import type { SocketCall } from "../../arena/running-program.ts";
import type { SocketOptions } from "../../linux/socket-options.ts";

/** All calls of a program on one of its TCP sockets. */
export interface Life {
  inode: number;
  /** What it was used for; null if it was not used, for example a test socket of a runtime. */
  kind: "listening" | "connection" | null;
  /** The calls in order. Those of an accepted socket begin with those of the listening socket, up to accept(). */
  calls: readonly SocketCall[];
}

/** Groups the calls of a program by socket. */
export function livesOf(calls: readonly SocketCall[]): Life[] {
  const inodes = [...new Set(calls.map(({ inode }) => inode))];
  return inodes.map((inode) => {
    const own = calls.filter((call) => call.inode === inode);
    const accept = own.find(({ call }) => call === "accept");
    const until = accept ? calls.indexOf(accept) : 0;
    const before = calls.slice(0, until).filter((call) => call.inode === accept?.listener);
    return { inode, kind: kindOf(own), calls: [...before, ...own] };
  });
}

/** The options that a program switched on for one socket. */
export function optionsAskedFor(calls: readonly SocketCall[]): SocketOptions {
  const asked = (option: string) => calls.findLast((call) => call.option === option);
  return {
    reuseaddr: asked("SO_REUSEADDR") !== undefined,
    keepalive: asked("SO_KEEPALIVE") !== undefined,
    nodelay: asked("TCP_NODELAY") !== undefined,
    lingerSeconds: asked("SO_LINGER")?.seconds ?? null,
  };
}

function kindOf(calls: readonly SocketCall[]): Life["kind"] {
  const did = new Set(calls.map(({ call }) => call));
  if (did.has("accept") || did.has("connect")) return "connection";
  return did.has("listen") ? "listening" : null;
}

/** The first missing call of the socket that has most of the calls in this order; null if a socket has all of them. */
export function firstMissing(order: readonly string[], lives: readonly Life[]): { call: string; after: string } | null {
  const reached = Math.max(0, ...lives.map(({ calls }) => reachedIn(order, calls)));
  const call = order[reached];
  return call === undefined ? null : { call, after: order.slice(0, reached).join(", ") };
}

function reachedIn(order: readonly string[], calls: readonly SocketCall[]): number {
  let reached = 0;
  for (const { call, option } of calls) if (order[reached] === (option ?? call)) reached += 1;
  return reached;
}

/** Whether the option was switched on only after a connection had sent something. */
export function cameLate(option: string, lives: readonly Life[]): boolean {
  return lives.some(({ calls }) => {
    const sent = calls.findIndex(({ call }) => call === "send");
    const set = calls.findIndex((call) => call.option === option);
    return sent >= 0 && set > sent;
  });
}
