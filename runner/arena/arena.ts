import type { Attempt } from "../linux/packet.ts";
import type { Protocol, SocketSample } from "../linux/socket-sample.ts";
import type { Isolation } from "../model/result.ts";
import type { PortRange } from "./free-port.ts";
import type { Insight, Lack } from "./lack.ts";
import type { LaunchOptions } from "./launch-options.ts";
import type { RunningProgram } from "./running-program.ts";

/**
 * held: a program that is not part of this test has the port; held-briefly: a connection in TIME_WAIT has it; privileged: only
 * root may listen on it.
 */
export type PortObstacle = "held" | "held-briefly" | "privileged";

/** A port that is not available, and why. */
export interface KeptPort {
  port: number;
  obstacle: PortObstacle;
}

/** The place where one worker's programs run: one test at a time, each in a network of its own. */
export interface Arena {
  readonly isolation: Isolation;
  /** Whether the current test has a network to itself, with all ports and addresses; else it shares the machine's. */
  readonly hasNetworks: boolean;
  /** Whether programs can be shown a machine that a lab invents: its name, the names, services and name server that it knows. */
  readonly showsMachines: boolean;
  /** Folders that are open to every program elsewhere, such as /tmp, and closed to those of this arena. @default none */
  readonly closedFolders?: readonly string[];
  /**
   * Replaces the network by a new one; all sockets of the last test must be closed. `isShared`: in tier `ports`, use the network of
   * the machine, for programs that cannot be given addresses of their own. @default { isShared: false }
   */
  renewNetwork(options?: { isShared?: boolean }): void;
  /** Gives the network a second interface, next to loopback, with that IPv4 address. Tier `full` only. */
  addInterface(address: string): void;
  /** Opens a further network for what is launched and opened from now on; the earlier one stays. Tier `full` only. */
  addNetwork(): void;
  /** Starts a program; one that cannot be started throws here or rejects its `exited`: the machine's fault, not the student's. */
  launch(options: LaunchOptions): RunningProgram;
  /** Why this insight is not available here; null if it is. */
  lacks(insight: Insight): Lack | null;
  /** Every socket of the network, the programs' and the grader's; `open` leaves out those in TIME_WAIT. @default "all" */
  sockets(wanted?: "all" | "open"): SocketSample[];
  /**
   * Claims ports that programs have in their sources for the current test. Waits until no other test of this machine uses them and
   * nothing of an earlier one is left on them; returns those that are not available nevertheless. In a network of its own a test
   * has all ports.
   */
  takePorts(ports: readonly number[]): Promise<KeptPort[]>;
  /** Releases the ports of the current test, after its programs and sockets are gone. */
  releasePorts(): void;
  /** Claims a port for the current test that is free on every loopback address. */
  freePort(range?: PortRange): Promise<number>;
  /** Why a program of this test cannot listen on the port now, which is not its fault; null if it can. */
  obstacle(port: number): PortObstacle | null;
  /**
   * Waits, where TIME_WAIT cannot be ended, until it no longer keeps a server from the ports in its source; throws when another
   * program of this machine has one of them.
   *
   * @param launch how the server is going to be started
   */
  awaitPorts(ports: readonly number[], protocol: Protocol, launch: LaunchOptions): Promise<void>;
  /** Opens a TCP socket with small segments and a small buffer, and returns its descriptor. */
  narrowSocket(address: string): number;
  /** Listens on a port without answering, as if the machine were unreachable. */
  listenDeaf(address: string, port: number): Promise<{ close(): void }>;
  /** A path of this machine at which an AF_UNIX socket can be bound that is then placed in working folders of programs. */
  socketPath(): string;
  /** Records, from now to `stop`, where programs try to connect or send to; empty if the machine does not allow it. */
  recordAttempts(): { attempts(): Attempt[]; stop(): void };
  /** Kills every program and removes every temporary file. */
  close(): Promise<void>;
}
