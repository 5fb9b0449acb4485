/** The transport protocol of a socket. */
export type Protocol = "tcp" | "udp";

/** One socket of the network in which the program runs: the program's, the grader's or another's. */
export interface SocketSample {
  inode: number;
  protocol: Protocol;
  /** The kernel's name of the state: LISTEN, ESTABLISHED, SYN_SENT, CLOSE_WAIT, TIME_WAIT, …; UDP: CLOSE or ESTABLISHED. */
  state: string;
  localAddress: string;
  localPort: number;
  remoteAddress: string;
  remotePort: number;
  /** Bytes that arrived and were not read; for a listening socket, connections waiting to be accepted. */
  receiveQueue: number;
  /** Bytes sent and not acknowledged; for a listening socket, its backlog. */
  sendQueue: number;
  /** True for an IPv6 socket that takes no IPv4 connections. */
  ipv6Only: boolean;
}

/** The target of a link in /proc/<pid>/fd to the socket: `socket:[12345]`; see proc_pid_fd(5). */
export function socketLink(inode: number): string {
  return `socket:[${inode}]`;
}

/** The inode of the socket to which such a link points; null if it does not point to a socket. */
export function socketInode(link: string): number | null {
  const inode = /^socket:\[(\d+)\]$/.exec(link)?.[1];
  return inode === undefined ? null : Number(inode);
}
