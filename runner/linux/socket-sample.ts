/** The transport protocol of a socket. */
export type Protocol = "tcp" | "udp";

/** One socket of the network the program lives in, both sides' sockets included. */
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
