import type { TestRun } from "../test-run/test-run.ts";
import { TcpListener } from "../wire/tcp-listener.ts";
import { UdpPeer } from "../wire/udp-peer.ts";

/**
 * Takes ports on which a client under test may call, as far as nobody else has them; tells the first of them, in the order
 * given, on which one has called.
 */
export async function takePorts(
  transport: "tcp" | "udp",
  run: TestRun,
  ports: readonly number[],
): Promise<() => number | undefined> {
  const takes = transport === "udp" ? takeUdp : takeTcp;
  const calls = new Map<number, () => boolean>();
  for (const port of new Set(ports)) {
    const isCalled = await takes(run, port).catch(() => null);
    if (isCalled) calls.set(port, isCalled);
  }
  return () => [...calls].find(([, isCalled]) => isCalled())?.[0];
}

async function takeUdp(run: TestRun, port: number): Promise<() => boolean> {
  const peer = await UdpPeer.open(`port ${port}`, run.listenAddresses, port, run.transcript);
  run.peers.set(peer.name, peer);
  return () => peer.datagrams.length > 0;
}

async function takeTcp(run: TestRun, port: number): Promise<() => boolean> {
  const listener = await TcpListener.open(`port ${port}`, run.listenAddresses, port, run.transcript);
  run.listeners.set(listener.name, listener);
  return () => listener.waiting > 0;
}
