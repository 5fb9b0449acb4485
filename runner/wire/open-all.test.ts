import { once } from "node:events";
import net from "node:net";
import { expect, test } from "vitest";
import { TcpListener } from "./tcp-listener.ts";
import { Transcript } from "./transcript.ts";
import { UdpPeer } from "./udp-peer.ts";
import { bindUdp } from "./udp-socket.ts";

const transcript = new Transcript();
const addresses = ["127.0.0.1", "127.0.0.2"] as const;

test("a listener that fails at one address leaves no other one open", async () => {
  const other = await listening(addresses[1], 0);
  const { port } = other.address() as net.AddressInfo;
  await expect(TcpListener.open("bob", addresses, port, transcript)).rejects.toThrow("EADDRINUSE");
  const own = await listening(addresses[0], port);
  for (const server of [own, other]) server.close();
});

test("nor does one of datagrams", async () => {
  const other = await bindUdp({ address: addresses[1], port: 0 });
  const port = other?.address().port ?? 0;
  await expect(UdpPeer.open("bob", addresses, port, transcript)).rejects.toThrow("EADDRINUSE");
  const own = await bindUdp({ address: addresses[0], port });
  for (const socket of [own, other]) socket?.close();
});

/** Rejects if the port is taken. */
async function listening(host: string, port: number): Promise<net.Server> {
  const server = net.createServer().listen(port, host);
  await once(server, "listening");
  return server;
}
