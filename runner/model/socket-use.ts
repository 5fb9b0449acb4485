/** What a program does with sockets, as far as its source shows. */
export type SocketUse = "tcp-server" | "tcp-client" | "udp-server" | "udp-client";
