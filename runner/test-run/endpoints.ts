import type { SocketSample } from "../linux/socket-sample.ts";
import type { TcpListener } from "../wire/tcp-listener.ts";
import type { TcpPeer } from "../wire/tcp-peer.ts";
import type { UdpPeer } from "../wire/udp-peer.ts";

/** The grader's own sockets in one run of a test. */
export class Endpoints {
  readonly peers = new Map<string, TcpPeer | UdpPeer>();
  readonly listeners = new Map<string, TcpListener>();
  /** Listeners that never answer. */
  readonly #deaf: { close(): void }[] = [];

  addDeaf(listener: { close(): void }): void {
    this.#deaf.push(listener);
  }

  /** Whether the grader reads from the socket only when a step does. */
  holds(socket: SocketSample): boolean {
    return [...this.listeners.values()].some((listener) => listener.holds(socket));
  }

  listensOn(port: number): boolean {
    return [...this.listeners.values()].some((listener) => listener.port === port);
  }

  /** The ports of all sockets, those of closed peers included. */
  ports(): Set<number> {
    const ports = [...this.peers.values()].map((peer) => (peer.transport === "tcp" ? peer.ownPort : peer.localPort));
    const all = [...ports, ...[...this.listeners.values()].map(({ port }) => port)];
    return new Set(all.filter((port) => port !== 0));
  }

  /** Closes the connections as clients do. */
  async closePeers(): Promise<void> {
    await Promise.all([...this.peers.values()].map((peer) => peer.close()));
  }

  /** Closes everything at the end of a test, without recording it. */
  async discard(): Promise<void> {
    await Promise.all([...this.peers.values(), ...this.listeners.values()].map((peer) => peer.discard()));
    for (const listener of this.#deaf) listener.close();
  }
}
