import type { Attempt } from "../linux/packet.ts";
import type { SocketOptions } from "../linux/socket-options.ts";
import type { Protocol, SocketSample } from "../linux/socket-sample.ts";
import type { HeldSocket } from "../linux/unix-sockets.ts";
import type { PassedLimit } from "../model/failure-facts.ts";
import type { Isolation } from "../model/result.ts";
import type { PortRange } from "./free-port.ts";
import type { Insight, Lack } from "./lack.ts";

/** What a program under test may use up, for the life of one launch. */
export interface Limits {
  /** CPU seconds of one process (RLIMIT_CPU). */
  cpuSeconds: number;
  /** CPU seconds of all its processes together, ended ones included. @default no limit */
  allCpuSeconds?: number;
  /** Seconds for which all its processes may idle. @default no limit */
  idleSeconds?: number;
  /** Bytes of resident memory of all its processes together, and of its files in memory. */
  memoryBytes: number;
  /** Whether it may reserve more address space than that; only the memory that it uses is then limited. @default false */
  reservesMemory?: boolean;
  /** Processes and threads. */
  processes: number;
  /** Open descriptors of one process. */
  openFiles: number;
  /** Bytes of the largest file it may write. */
  fileBytes: number;
  /** Bytes that all its processes together may write to disks. */
  diskBytes: number;
  /** Bytes of output drained before its pipes are cut. */
  outputBytes: number;
}

/** The machine that a program sees; what is not given is as on a usual machine. */
export interface Machine {
  hostname?: string;
  /** Names and their addresses in its /etc/hosts, in addition to localhost. */
  hosts?: Readonly<Record<string, string>>;
  /** The content of its /etc/services. */
  services?: readonly { name: string; port: number; protocol: "tcp" | "udp" }[];
  /** Whether a name server answers at 127.0.0.1 port 53; without one a look-up must fail at once. */
  hasNameServer?: boolean;
}

/** A call of a program on one of its TCP sockets, which is identified by its inode. */
export interface SocketCall {
  /**
   * option: setsockopt that switches an option on; send: any call that writes bytes; close: one of its descriptors was closed;
   * close-again: another thread than the one that accepted it closed its descriptor when that was closed already.
   */
  call: "socket" | "bind" | "listen" | "accept" | "connect" | "option" | "send" | "close" | "close-again";
  inode: number;
  /** With `accept`: the socket that listens. */
  listener?: number;
  /** With `option`: its name, such as SO_REUSEADDR. */
  option?: string;
  /** With `option` SO_LINGER: its seconds. */
  seconds?: number;
}

/** One launch of a program. */
export interface LaunchOptions {
  /** The name of the program in the transcript, usually its role. */
  name: string;
  /** Command line; `{home}` and `{build}` in it stand for the working directory and the folder of build products. */
  argv: readonly string[];
  /** Added to the environment every program has; `{home}` and `{build}` are replaced here too. */
  env: Readonly<Record<string, string>>;
  /** Folder on this machine whose contents become the program's own, writable working directory. */
  files: string;
  /** Files placed in it for this launch, by their paths there. @default none */
  placed?: Readonly<Record<string, Buffer>>;
  /** AF_UNIX sockets placed in it: their paths on this machine, by their paths there. @default none */
  sockets?: Readonly<Record<string, string>>;
  /** Paths in it whose files are kept when the program ends. @default none */
  kept?: readonly string[];
  /** Folder of build products, read-only except while building. */
  build?: { folder: string; writable: boolean };
  /** Further folders of this machine that the toolchain needs; they are visible read-only at the same path. */
  toolFolders: readonly string[];
  limits: Limits;
  /** The machine that it sees. Tier `full` only. */
  machine?: Machine;
  /**
   * open: a pipe to which `type` writes; closed: a pipe at end of file from the start; terminal: standard input and output are a
   * terminal. @default "open"
   */
  stdin?: "open" | "closed" | "terminal";
  /**
   * pipe: read by the grader; closed: descriptor 1 is closed, as after `>&-`; nowhere: /dev/null; reader-gone: a pipe whose
   * read end is closed. @default "pipe"
   */
  stdout?: "pipe" | "closed" | "nowhere" | "reader-gone";
  /** A running copy of it whose user it gets, if possible: then two copies of a server may share a port (SO_REUSEPORT). */
  sharesUserWith?: RunningProgram | undefined;
  /** Whether its socket calls are traced, which slows it down. @default false */
  traceCalls?: boolean;
  /** Ports on which it may listen; used only if the system does not show where it listens. */
  likelyPorts?: readonly number[];
  onOutput(stream: "stdout" | "stderr", bytes: Buffer): void;
}

/** How a program ended. */
export interface Exit {
  /** Exit status; 128 + n when signal n ended it (137 when it was killed by `kill` or a limit). */
  status: number;
  /** Which limit ended it, if one did. */
  limit: PassedLimit | null;
  /** Processes that were still alive when the program itself had ended. */
  leftBehind: number;
}

/** A program of the hand-in while it runs. */
export interface RunningProgram {
  readonly name: string;
  /**
   * Resolves when the program has ended, all its output is delivered and all processes that it left behind are killed.
   * Rejects when it could not be started, which is the machine's fault.
   */
  readonly exited: Promise<Exit>;
  /** The exit, once there is one. */
  readonly exit: Exit | null;
  /** Every live process of the program, its first process first; empty before it has started and after it has ended. */
  pids(): number[];
  /** The sockets on which it listens (TCP) or is bound without a peer (UDP); of both protocols unless one is named. */
  listening(protocol?: Protocol): SocketSample[];
  /** The options of one of its sockets; null when the socket is closed. Throws when the system refuses to show them. */
  options(inode: number): SocketOptions | null;
  /** Its calls about TCP sockets so far, in order; none unless it was launched with `traceCalls`. */
  calls(): readonly SocketCall[];
  /** A file of its working folder: as it is now or, if it is one of `kept`, as it was when the program ended. Null if there is none. */
  file(path: string): Buffer | null;
  /**
   * Opens the AF_UNIX socket at that path of its working folder; null if it does not listen there. Throws an `ArenaLack` where there
   * are no such sockets.
   */
  listeningAt(path: string): HeldSocket | null;
  type(bytes: Buffer): void;
  endInput(): void;
  /**
   * The output of a tool that is run on one of its processes, which may end the process; `{pid}` in the command stands for the
   * process. Empty if no tool can be run inside the program's sandbox.
   */
  lookInto(pid: number, argv: readonly string[]): Promise<string>;
  /** Sends the signal as a terminal does: to the program and all its processes in the foreground. */
  signal(name: NodeJS.Signals): void;
  /** Checks its limits now; if it exceeds one, it has been ended when this resolves with true. */
  endPastLimits(): Promise<boolean>;
  /** Kills all its processes and resolves when none is left. */
  kill(): Promise<void>;
}

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
