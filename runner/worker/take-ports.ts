import type { Stage } from "../scenario/stage.ts";
import { TcpListener } from "../wire/tcp-listener.ts";
import { UdpPeer } from "../wire/udp-peer.ts";

/**
 * Takes ports on which a client under test may call, as far as nobody else has them; tells the first of them, in the order
 * given, on which one has called.
 */
export async function takePorts(
  transport: "tcp" | "udp",
  stage: Stage,
  ports: readonly number[],
): Promise<() => number | undefined> {
  const takes = transport === "udp" ? takeUdp : takeTcp;
  const calls = new Map<number, () => boolean>();
  for (const port of new Set(ports)) {
    const isCalled = await takes(stage, port).catch(() => null);
    if (isCalled) calls.set(port, isCalled);
  }
  return () => [...calls].find(([, isCalled]) => isCalled())?.[0];
}

async function takeUdp(stage: Stage, port: number): Promise<() => boolean> {
  const peer = await UdpPeer.open(`port ${port}`, stage.listenAddresses, port, stage.transcript);
  stage.peers.set(peer.name, peer);
  return () => peer.datagrams.length > 0;
}

async function takeTcp(stage: Stage, port: number): Promise<() => boolean> {
  const listener = await TcpListener.open(`port ${port}`, stage.listenAddresses, port, stage.transcript);
  stage.listeners.set(listener.name, listener);
  return () => listener.waiting > 0;
}
