import { readdirSync, readFileSync } from "node:fs";
import { socketInodes } from "../linux/owned-sockets.ts";
import { parseProcNet } from "../linux/proc-net.ts";
import type { SystemSocket } from "./system-socket.ts";

/** Reads the sockets from /proc/net, and from /proc/<pid>/fd which processes hold those that serve; null if /proc/net does not exist. */
export function listProcNet(): SystemSocket[] | null {
  const tables = (["tcp", "tcp6", "udp", "udp6"] as const).map((name) => ({ name, table: read(`/proc/net/${name}`) }));
  if (tables.every(({ table }) => table === null)) return null;
  const sockets = tables.flatMap(({ name, table }) =>
    parseProcNet(table ?? "", name.startsWith("tcp") ? "tcp" : "udp"),
  );
  const holders = holdersOf(new Set(sockets.filter(({ remotePort }) => remotePort === 0).map(({ inode }) => inode)));
  return sockets.map(({ inode, state, protocol, localAddress, localPort, remoteAddress, remotePort, ipv6Only }) => ({
    ...{ protocol, localAddress, localPort, remoteAddress, remotePort, ipv6Only },
    isLingering: state === "TIME_WAIT",
    pid: holders.get(inode) ?? null,
  }));
}

function holdersOf(inodes: ReadonlySet<number>): Map<number, number> {
  const pids = readdirSync("/proc").map(Number).filter(Number.isInteger);
  const held = pids.flatMap((pid) => [...socketInodes([pid])].map((inode) => [inode, pid] as const));
  return new Map(held.filter(([inode]) => inodes.has(inode)));
}

function read(path: string): string | null {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return null;
  }
}
