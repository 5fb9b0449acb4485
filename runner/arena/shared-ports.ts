import { closeSync, readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { claimName } from "../linux/claim-name.ts";
import { endTimeWait } from "../linux/end-time-wait.ts";
import type { SocketSample } from "../linux/socket-sample.ts";
import type { KeptPort, PortObstacle } from "./arena.ts";
import { claimInOrder } from "./claim-in-order.ts";
import { nextPort, type PortRange } from "./free-port.ts";

/**
 * The ports of the network that all programs of this machine share, as far as they are the current test's. Nobody but this
 * decides whose a port is: no other test of this machine has it until it is let go, and nothing of an earlier one is on it.
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

  /** Takes ports that programs have in their sources; tells those which cannot be had. */
  async take(ports: readonly number[]): Promise<KeptPort[]> {
    const kept: KeptPort[] = [];
    for await (const port of claimInOrder(ports, (each) => this.#claim(each))) {
      const obstacle = await this.#cleared(port);
      if (obstacle !== null) kept.push({ port, obstacle });
    }
    return kept;
  }

  /** Takes a port that nobody uses in any way. */
  free(range: PortRange = "ordinary"): number {
    const sockets = this.#sockets();
    const next = this.#next[range];
    let port = next(sockets);
    while (!this.#claim(port)) port = next(sockets);
    return port;
  }

  /** Lets all of them go. */
  release(): void {
    for (const descriptor of this.#claims.values()) closeSync(descriptor);
    this.#claims.clear();
  }

  obstacle(port: number): PortObstacle | null {
    if (port < firstUnprivilegedPort()) return "privileged";
    const others = this.#othersOn(port);
    if (others.length === 0) return null;
    return others.some(({ inode }) => inode !== nobodys) ? "held" : "held-briefly";
  }

  #claim(port: number): boolean {
    const descriptor = this.#claims.get(port) ?? claimName(`port/${port}`);
    if (descriptor !== null) this.#claims.set(port, descriptor);
    return descriptor !== null;
  }

  /** Waits until nobody else is on the port, and helps what lingers to be gone. */
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
    if (there.every(({ inode }) => inode === nobodys)) return there;
    const own = this.#ownInodes();
    return there.filter(({ inode }) => inode === nobodys || !own.has(inode));
  }
}

/** What a connection leaves behind belongs to no process any more. */
const nobodys = 0;

const askEveryMs = 20;

/** A worker that was killed leaves programs that end a moment later; TIME_WAIT lasts a minute where it cannot be ended. */
const longestMs = { held: 2_000, "held-briefly": 65_000 };

/** No program has the right to the ports below it; see ip(7). */
function firstUnprivilegedPort(): number {
  try {
    return Number(readFileSync("/proc/sys/net/ipv4/ip_unprivileged_port_start", "utf8"));
  } catch {
    return 1024;
  }
}
