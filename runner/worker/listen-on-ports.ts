import type { TestRun } from "../test-run/test-run.ts";
import { TcpListener } from "../wire/tcp-listener.ts";
import { UdpPeer } from "../wire/udp-peer.ts";

/**
 * Listens on ports that a client under test may call, except those that another program has. The returned function gives the first of
 * them, in the order given, that was called.
 */
export async function listenOnPorts(
  transport: "tcp" | "udp",
  run: TestRun,
  ports: readonly number[],
): Promise<() => number | undefined> {
  const listen = transport === "udp" ? listenUdp : listenTcp;
  const calls = new Map<number, () => boolean>();
  for (const port of new Set(ports)) {
    const isCalled = await listen(run, port).catch(() => null);
    if (isCalled) calls.set(port, isCalled);
  }
  return () => [...calls].find(([, isCalled]) => isCalled())?.[0];
}

async function listenUdp(run: TestRun, port: number): Promise<() => boolean> {
  const peer = await UdpPeer.open(`port ${port}`, run.listenAddresses, port, run.transcript);
  run.peers.set(peer.name, peer);
  return () => peer.datagrams.length > 0;
}

async function listenTcp(run: TestRun, port: number): Promise<() => boolean> {
  const listener = await TcpListener.open(`port ${port}`, run.listenAddresses, port, run.transcript);
  run.listeners.set(listener.name, listener);
  return () => listener.waiting > 0;
}
