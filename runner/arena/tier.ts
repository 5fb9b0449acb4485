import type { Attempt } from "../linux/packet.ts";
import type { SocketSample } from "../linux/socket-sample.ts";
import type { Arena, LaunchOptions } from "./arena.ts";
import type { Enclosure } from "./enclosure.ts";

/** What differs between the ways to keep programs apart. */
export interface Tier {
  readonly isolation: Arena["isolation"];
  /** Makes this process ready, once. */
  enter(): void;
  /** Replaces what programs share by keys (System V segments, queues and semaphores), where that is not the machine's. */
  renewShared(): void;
  /** Whether the current test has a network to itself, with all ports and addresses. */
  readonly hasNetworks: boolean;
  /**
   * Replaces the network, where there is one to replace; returns whether the kernel's tables are others now. `isShared`: by that
   * of the machine, where programs cannot be kept from it.
   */
  renewNetwork(isShared: boolean): boolean;
  /** Opens a further network beside it; returns the same. */
  addNetwork(): boolean;
  /** Prepares the walls of one launch; `uid` is the launch's own. */
  enclose(options: LaunchOptions, folder: string, uid: number): Enclosure;
  /** Of all sockets of the kernel's tables those that may be of this test, as programs see them. */
  inside(sockets: readonly SocketSample[]): SocketSample[];
  /** Of these, those of the programs and of the grader. */
  ours(sockets: SocketSample[], pids: () => readonly number[]): SocketSample[];
  recordAttempts(): { attempts(): Attempt[]; stop(): void };
}
