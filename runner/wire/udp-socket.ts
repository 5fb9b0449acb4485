import dgram from "node:dgram";
import { once } from "node:events";

/** An address as datagrams name it: an IP literal and a port. */
export interface UdpAddress {
  address: string;
  port: number;
}

/**
 * A bound UDP socket, IPv4 or IPv6 as the address is; null when the machine has no such address.
 *
 * @param options isShared: whether others may be bound to the same port, as members of a multicast group are
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
    // What a socket can suffer later, such as a port that answers "unreachable", shows in what does not come.
    socket.on("error", () => {});
    return socket;
  } catch (error) {
    if (["EADDRNOTAVAIL", "EAFNOSUPPORT"].includes((error as NodeJS.ErrnoException).code ?? "")) return null;
    throw error;
  }
}

/** Sends one datagram, of a connected socket to where that leads; resolves when the kernel has it. */
export function sendDatagram(socket: dgram.Socket, bytes: Buffer, to: UdpAddress | "connected"): Promise<void> {
  return new Promise((resolve) => {
    if (to === "connected") socket.send(bytes, () => resolve());
    else socket.send(bytes, to.port, to.address, () => resolve());
  });
}
