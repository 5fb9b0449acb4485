import net from "node:net";
import { plainAddress } from "./addresses.ts";
import type { SocketSample } from "./socket-sample.ts";

/**
 * Ends a connection in TIME_WAIT between two sockets of this machine: a SYN is sent from the peer's port, the kernel answers it with
 * an ACK, the new socket answers that with a reset, and the reset ends TIME_WAIT (RFC 1337), unless tcp_rfc1337 is set.
 */
export async function endTimeWait({ localAddress, localPort, remoteAddress, remotePort }: SocketSample): Promise<void> {
  const [host, from] = [plainAddress(localAddress), plainAddress(remoteAddress)];
  if (!isLoopback(host) || !isLoopback(from)) return;
  const caller = net.connect({ host, port: localPort, localAddress: from, localPort: remotePort });
  // The port may belong to another socket by now: then TIME_WAIT lasts until it times out.
  caller.on("error", () => {});
  // Node connects on the next tick; on loopback all packets are exchanged within that call.
  await new Promise((resolve) => setImmediate(resolve));
  caller.destroy();
}

function isLoopback(address: string): boolean {
  return address === "::1" || address.startsWith("127.");
}
