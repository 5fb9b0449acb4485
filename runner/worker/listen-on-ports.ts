import type { TestRun } from "../test-run/test-run.ts";
import { TcpListener } from "../wire/tcp-listener.ts";
import { UdpPeer } from "../wire/udp-peer.ts";

/** The ports on which the grader waits for a client. */
export interface AwaitedPorts {
  /** The first of them, in the order given, that was called. */
  called(): number | undefined;
  /** Those that another program has. */
  held: readonly number[];
}

/** Listens on ports that a client under test may call, except those that another program has. */
export async function listenOnPorts(
  transport: "tcp" | "udp",
  run: TestRun,
  ports: readonly number[],
): Promise<AwaitedPorts> {
  const listen = transport === "udp" ? listenUdp : listenTcp;
  const calls = new Map<number, () => boolean>();
  const held: number[] = [];
  for (const port of new Set(ports)) {
    const isCalled = await listen(run, port).catch(() => null);
    if (isCalled) calls.set(port, isCalled);
    else held.push(port);
  }
  return { called: () => [...calls].find(([, isCalled]) => isCalled())?.[0], held };
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
