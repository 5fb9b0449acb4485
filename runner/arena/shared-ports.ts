import { closeSync, readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { claimName } from "../linux/claim-name.ts";
import { endTimeWait } from "../linux/end-time-wait.ts";
import type { SocketSample } from "../linux/socket-sample.ts";
import type { KeptPort, PortObstacle } from "./arena.ts";
import { claimInOrder } from "./claim-in-order.ts";
import { nextPort, type PortRange } from "./free-port.ts";

/**
 * The ports that the current test has in the network which all programs of this machine share. A claimed port belongs to this test
 * alone until it is released, and nothing of an earlier test is left on it.
 */
export class SharedPorts {
  readonly #sockets: () => readonly SocketSample[];
  readonly #ownInodes: () => ReadonlySet<number>;
  readonly #claims = new Map<number, number>();
  readonly #next = { ordinary: nextPort(Math.random()), high: nextPort(Math.random(), "high") };

  /**
   * @param sockets every socket of the network
   * @param ownInodes those of the test's programs and of the grader
   */
  constructor(sockets: () => readonly SocketSample[], ownInodes: () => ReadonlySet<number>) {
    this.#sockets = sockets;
    this.#ownInodes = ownInodes;
  }

  /** Claims ports that programs have in their sources; returns those that are not available. */
  async take(ports: readonly number[]): Promise<KeptPort[]> {
    const kept: KeptPort[] = [];
    for await (const port of claimInOrder(ports, (each) => this.#claim(each))) {
      const obstacle = await this.#cleared(port);
      if (obstacle !== null) kept.push({ port, obstacle });
    }
    return kept;
  }

  /** Claims a port that no socket uses in any way. */
  free(range: PortRange = "ordinary"): number {
    const sockets = this.#sockets();
    const next = this.#next[range];
    let port = next(sockets);
    while (!this.#claim(port)) port = next(sockets);
    return port;
  }

  /** Releases all claimed ports. */
  release(): void {
    for (const descriptor of this.#claims.values()) closeSync(descriptor);
    this.#claims.clear();
  }

  obstacle(port: number): PortObstacle | null {
    if (port < firstUnprivilegedPort()) return "privileged";
    const others = this.#othersOn(port);
    if (others.length === 0) return null;
    return others.some(({ inode }) => inode !== withoutOwner) ? "held" : "held-briefly";
  }

  #claim(port: number): boolean {
    const descriptor = this.#claims.get(port) ?? claimName(`port/${port}`);
    if (descriptor !== null) this.#claims.set(port, descriptor);
    return descriptor !== null;
  }

  /** Waits until no other socket is on the port, and ends connections in TIME_WAIT. */
  async #cleared(port: number): Promise<PortObstacle | null> {
    const startMs = performance.now();
    for (;;) {
      const obstacle = this.obstacle(port);
      if (obstacle === null || obstacle === "privileged") return obstacle;
      if (performance.now() - startMs > longestMs[obstacle]) return obstacle;
      const lingering = this.#othersOn(port).filter(({ state }) => state === "TIME_WAIT");
      for (const socket of lingering) await endTimeWait(socket);
      await delay(askEveryMs);
    }
  }

  #othersOn(port: number): SocketSample[] {
    const there = this.#sockets().filter(({ localPort }) => localPort === port);
    if (there.every(({ inode }) => inode === withoutOwner)) return there;
    const own = this.#ownInodes();
    return there.filter(({ inode }) => inode === withoutOwner || !own.has(inode));
  }
}

/** The inode of a socket in TIME_WAIT, which no process owns. */
const withoutOwner = 0;

const askEveryMs = 20;

/** Programs of a killed worker end a moment later; TIME_WAIT lasts a minute if it cannot be ended. */
const longestMs = { held: 2_000, "held-briefly": 65_000 };

/** The first port on which programs without rights may listen; see ip(7). */
function firstUnprivilegedPort(): number {
  try {
    return Number(readFileSync("/proc/sys/net/ipv4/ip_unprivileged_port_start", "utf8"));
  } catch {
    return 1024;
  }
}
