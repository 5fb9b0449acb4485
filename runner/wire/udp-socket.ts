import dgram from "node:dgram";
import { once } from "node:events";

/** Where a datagram goes or comes from: an IP literal and a port. */
export interface UdpAddress {
  address: string;
  port: number;
}

/**
 * A bound UDP socket, for IPv4 or IPv6 according to the address; null if the machine does not have the address.
 *
 * @param options isShared: whether other sockets may be bound to the same port, as for members of a multicast group
 */
export async function bindUdp(
  { address, port }: UdpAddress,
  { isShared = false }: { isShared?: boolean } = {},
): Promise<dgram.Socket | null> {
  const isIpv6 = address.includes(":");
  const socket = dgram.createSocket({ type: isIpv6 ? "udp6" : "udp4", ipv6Only: isIpv6, reuseAddr: isShared });
  socket.bind(port, address);
  try {
    await once(socket, "listening");
    // Later errors, such as ICMP "port unreachable", are ignored: the steps notice that no answer comes.
    socket.on("error", () => {});
    return socket;
  } catch (error) {
    if (["EADDRNOTAVAIL", "EAFNOSUPPORT"].includes((error as NodeJS.ErrnoException).code ?? "")) return null;
    throw error;
  }
}

/** Sends one datagram, from a connected socket to its peer; resolves when the kernel has taken it. */
export function sendDatagram(socket: dgram.Socket, bytes: Buffer, to: UdpAddress | "connected"): Promise<void> {
  return new Promise((resolve) => {
    if (to === "connected") socket.send(bytes, () => resolve());
    else socket.send(bytes, to.port, to.address, () => resolve());
  });
}
