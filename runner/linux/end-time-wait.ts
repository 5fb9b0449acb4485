import net from "node:net";
import { plainAddress } from "./addresses.ts";
import type { SocketSample } from "./socket-sample.ts";

/**
 * Ends what is left of a connection within this machine, as far as the kernel lets it: to a greeting from the port of the side that
 * is gone, it sends an answer to which a reset comes back; and that ends TIME_WAIT (RFC 1337, unless tcp_rfc1337 is set).
 */
export async function endTimeWait({ localAddress, localPort, remoteAddress, remotePort }: SocketSample): Promise<void> {
  const [host, from] = [plainAddress(localAddress), plainAddress(remoteAddress)];
  if (!isLoopback(host) || !isLoopback(from)) return;
  const caller = net.connect({ host, port: localPort, localAddress: from, localPort: remotePort });
  // Somebody has that port by now: then there is nothing to be done.
  caller.on("error", () => {});
  // It calls on the next tick, and on loopback everything is answered within the call.
  await new Promise((resolve) => setImmediate(resolve));
  caller.destroy();
}

function isLoopback(address: string): boolean {
  return address === "::1" || address.startsWith("127.");
}
