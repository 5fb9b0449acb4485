import type { Attempt } from "../linux/packet.ts";
import type { SocketSample } from "../linux/socket-sample.ts";
import type { Arena } from "./arena.ts";
import type { Enclosure } from "./enclosure.ts";
import type { LaunchOptions } from "./launch-options.ts";

/** What differs between the tiers, the ways to isolate programs. */
export interface Tier {
  readonly isolation: Arena["isolation"];
  /** Folders that are open to every program elsewhere, and closed to those of this tier. @default none */
  readonly closedFolders?: readonly string[];
  /** Prepares this process, once. */
  enter(): void;
  /** Replaces System V segments, queues and semaphores, which programs share by keys, where the tier has its own. */
  renewShared(): void;
  /** Whether the current test has a network to itself, with all ports and addresses. */
  readonly hasNetworks: boolean;
  /** See Arena.showsMachines. */
  readonly showsMachines: boolean;
  /**
   * Replaces the network, if the tier has one; returns whether the process is in another network namespace now, so that socket tables
   * must be opened again. `isShared`: use the network of the machine, for programs that do not load the library of other networks.
   */
  renewNetwork(isShared: boolean): boolean;
  /** Opens a further network; returns the same as `renewNetwork`. */
  addNetwork(): boolean;
  /** Prepares the enclosure of one launch; `uid` is used by this launch alone. */
  enclose(options: LaunchOptions, folder: string, uid: number): Enclosure;
  /** The sockets that may belong to this test, with the addresses that programs see. */
  inside(sockets: readonly SocketSample[]): SocketSample[];
  /** The sockets that belong to the programs and to the grader. */
  ours(sockets: SocketSample[], pids: () => readonly number[]): SocketSample[];
  recordAttempts(): { attempts(): Attempt[]; stop(): void };
}
