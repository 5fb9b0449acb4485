import type { Protocol } from "../linux/socket-sample.ts";

/** A socket as a command of the system lists it. */
export interface SystemSocket {
  protocol: Protocol;
  localAddress: string;
  localPort: number;
  remoteAddress: string;
  /** 0 if it has no remote end: it listens (TCP), or receives datagrams from any sender (UDP). */
  remotePort: number;
  /** Whether it is an IPv6 socket that takes no IPv4 connections. */
  ipv6Only: boolean;
  /** Whether it is in TIME_WAIT: until that ends, some programs cannot bind its port. */
  isLingering: boolean;
  /** The process that holds it; null if the command does not show it. */
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
