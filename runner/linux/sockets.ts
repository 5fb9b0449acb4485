import { readFileSync } from "node:fs";
import { type Netlink, openNetlink } from "./netlink.ts";
import { parseProcNet } from "./proc-net.ts";
import { dumpSockets, type Wanted } from "./sock-diag.ts";
import type { Protocol, SocketSample } from "./socket-sample.ts";

/** Reads the sockets of the network namespace in which it was opened. */
export interface SocketTable {
  read(wanted: Wanted, protocol?: Protocol): SocketSample[];
  close(): void;
}

/** Opens the table of this network's sockets: by netlink, or from /proc/net where the kernel offers no sock_diag. */
export function openSocketTable(): SocketTable {
  const netlink = tryNetlink();
  return {
    read: (wanted, only) => (only ? [only] : protocols).flatMap((protocol) => readProtocol(netlink, protocol, wanted)),
    close: () => netlink?.close(),
  };
}

const protocols: readonly Protocol[] = ["tcp", "udp"];
const sockDiag = 4;

function tryNetlink(): Netlink | null {
  try {
    return openNetlink(sockDiag);
  } catch {
    return null;
  }
}

function readProtocol(netlink: Netlink | null, protocol: Protocol, wanted: Wanted): SocketSample[] {
  try {
    if (netlink) return dumpSockets(netlink, protocol, wanted);
  } catch {
    // The module that answers for this protocol (tcp_diag, udp_diag) may be absent: ask the tables instead.
  }
  const sockets = [protocol, `${protocol}6`].flatMap((name) => parseProcNet(readTable(name), protocol));
  return sockets.filter(isWanted[wanted]);
}

function readTable(name: string): string {
  try {
    return readFileSync(`/proc/thread-self/net/${name}`, "utf8");
  } catch {
    return "";
  }
}

const isWanted: Record<Wanted, (socket: SocketSample) => boolean> = {
  all: () => true,
  open: ({ state }) => state !== "TIME_WAIT",
  serving: isServing,
};

/** Whether a socket serves: TCP listening, or UDP bound without a peer. */
function isServing(socket: SocketSample): boolean {
  return socket.protocol === "tcp" ? socket.state === "LISTEN" : socket.state === "CLOSE" && socket.remotePort === 0;
}
