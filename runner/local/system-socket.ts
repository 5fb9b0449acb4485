import type { Protocol } from "../linux/socket-sample.ts";

/** A socket as the system's own command lists it. */
export interface SystemSocket {
  protocol: Protocol;
  localAddress: string;
  localPort: number;
  remoteAddress: string;
  /** 0 where it has no other end: it listens (TCP), or takes datagrams of whoever comes (UDP). */
  remotePort: number;
  /** Whether it is an IPv6 socket that takes no IPv4 connections. */
  ipv6Only: boolean;
  /** Whether only the system still holds it (TIME_WAIT): so long some programs cannot take its port. */
  isLingering: boolean;
  /** The process that holds it; null where the command does not tell. */
  pid: number | null;
}

/** Splits `127.0.0.1:80`, `[::1]:80`, `*:80`, `::1:80`; `any` is what `*` stands for in the socket's family. */
export function endpoint(text: string, any: "0.0.0.0" | "::"): { address: string; port: number } {
  const colon = text.lastIndexOf(":");
  const host = text
    .slice(0, colon)
    .replace(/^\[|\]$/g, "")
    .replace(/%.*$/, "");
  const port = Number(text.slice(colon + 1));
  return { address: host === "*" || host === "" ? any : host, port: Number.isInteger(port) ? port : 0 };
}
