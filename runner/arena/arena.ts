import type { Attempt } from "../linux/packet.ts";
import type { SocketOptions } from "../linux/socket-options.ts";
import type { Protocol, SocketSample } from "../linux/socket-sample.ts";
import type { HeldSocket } from "../linux/unix-sockets.ts";
import type { PassedLimit } from "../model/failure-facts.ts";
import type { Isolation } from "../model/result.ts";
import type { PortRange } from "./free-port.ts";

/** What a program under test may use up, for the life of one launch. */
export interface Limits {
  /** Processor seconds of one process (RLIMIT_CPU). */
  cpuSeconds: number;
  /** Processor seconds of all its processes together, those that have ended among them. @default no limit */
  allCpuSeconds?: number;
  /** Seconds in which none of its processes does anything. @default no limit */
  idleSeconds?: number;
  /** Bytes of memory resident in all its processes together, and in files that lie in memory. */
  memoryBytes: number;
  /** Whether it may reserve more than that, unlike most: what it touches is watched all the same. @default false */
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

/** What a program finds of the machine on which it believes to run; what is left out is as on any. */
export interface Machine {
  hostname?: string;
  /** Addresses of names, in its /etc/hosts beside localhost's. */
  hosts?: Readonly<Record<string, string>>;
  /** All that its /etc/services holds. */
  services?: readonly { name: string; port: number; protocol: "tcp" | "udp" }[];
  /** Whether somebody answers at 127.0.0.1 port 53, where names are asked for: then an answer is waited for. */
  hasNameServer?: boolean;
}

/** A call of a program about one of its TCP sockets, which goes by its inode. */
export interface SocketCall {
  /** option: setsockopt, switching something on; send: bytes were written; close: one descriptor of it was let go. */
  call: "socket" | "bind" | "listen" | "accept" | "connect" | "option" | "send" | "close";
  inode: number;
  /** With `accept`: the socket that listens. */
  listener?: number;
  /** With `option`: its name, such as SO_REUSEADDR. */
  option?: string;
  /** With `option` SO_LINGER: its seconds. */
  seconds?: number;
}

/** What can be learnt of a program from the kernel, beside its sockets' addresses: their options, its calls, its processes. */
export type Insight = "options" | "calls" | "processes";

/**
 * Why a machine does not let one learn that, or play a test. linux: it is another system; outside: a program is seen from outside
 * alone; interrupt: it has no Ctrl-C for one program; terminal, closed-output, line, path: an arena that has none of these; typed-line: a line too long for a terminal, where the program reads from that alone; held-output: what is printed comes when the program ends.
 */
export type Lack =
  | "linux"
  | "strace"
  | "tracing"
  | "refused"
  | "outside"
  | "interrupt"
  | "terminal"
  | "closed-output"
  | "typed-line"
  | "held-output"
  | "line"
  | "path"
  | "world";

/** Thrown where a test asks for what its arena lacks: it cannot be played there, and does not count. */
export class ArenaLack extends Error {
  readonly lack: Lack;

  constructor(lack: Lack) {
    super(`it cannot be played here: ${lack}`);
    this.lack = lack;
  }
}

/** One launch of a program. */
export interface LaunchOptions {
  /** Role of the program in its lab, the name the transcript gives it. */
  name: string;
  /** Command line; `{home}` and `{build}` in it stand for the working directory and the folder of build products. */
  argv: readonly string[];
  /** Added to the environment every program has; `{home}` and `{build}` are replaced here too. */
  env: Readonly<Record<string, string>>;
  /** Folder on this machine whose contents become the program's own, writable working directory. */
  files: string;
  /** Files laid into it for this launch, by their paths there. @default none */
  placed?: Readonly<Record<string, Buffer>>;
  /** Sockets of AF_UNIX laid into it, as paths on this machine by their paths there. @default none */
  sockets?: Readonly<Record<string, string>>;
  /** Paths in it whose files are kept when the program ends. @default none */
  kept?: readonly string[];
  /** Folder of build products, read-only except while building. */
  build?: { folder: string; writable: boolean };
  /** Further folders of this machine that the toolchain needs, seen read-only at the same path. */
  toolFolders: readonly string[];
  limits: Limits;
  /** The machine on which it believes to run. Tier `full` only. */
  machine?: Machine;
  /**
   * open: a silent pipe that `type` writes to; closed: at end of input from the start; terminal: standard input and output
   * are a terminal. @default "open"
   */
  stdin?: "open" | "closed" | "terminal";
  /**
   * pipe: read by the grader; closed: descriptor 1 is closed, as after `>&-`; nowhere: /dev/null; reader-gone: a pipe that
   * nobody reads any more. @default "pipe"
   */
  stdout?: "pipe" | "closed" | "nowhere" | "reader-gone";
  /** A copy of it that runs, as whose user it is to be where that can be: two copies of a server may share a port then. */
  beside?: RunningProgram | undefined;
  /** Whether its calls are written down, which slows it. @default false */
  traceCalls?: boolean;
  /** Ports on which it may serve; only asked where the system does not tell on which it does. */
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
   * Resolves when the program itself has ended, every byte of its output was delivered and all it left behind is dead.
   * Rejects when it could not be started: the machine's fault.
   */
  readonly exited: Promise<Exit>;
  /** The exit, once there is one. */
  readonly exit: Exit | null;
  /** Every live process of the program, its first process first; empty before it started or after it ended. */
  pids(): number[];
  /** The sockets on which it listens (TCP) or is bound without a peer (UDP); of both protocols unless one is named. */
  listening(protocol?: Protocol): SocketSample[];
  /** The options of a socket that it holds; null when it holds it no more. Throws where the system refuses to look. */
  options(inode: number): SocketOptions | null;
  /** Its calls about TCP sockets so far, in order; none unless it was launched with `traceCalls`. */
  calls(): readonly SocketCall[];
  /** A file of its working folder, as it is now, or as it was when the program ended where it was to be kept; null: none. */
  file(path: string): Buffer | null;
  /**
   * Takes hold of the AF_UNIX socket at that path of its working folder, if it listens there; null where it does not. What has no
   * path of this kind throws an `ArenaLack`.
   */
  listeningAt(path: string): HeldSocket | null;
  type(bytes: Buffer): void;
  endInput(): void;
  /**
   * What a tool of the machine says of one of its processes, which may end of that; `{pid}` in its command stands for the process.
   * Empty where no tool can be let in to the program.
   */
  lookInto(pid: number, argv: readonly string[]): Promise<string>;
  /** Sends the signal as a terminal does: to the program and all its processes in the foreground. */
  signal(name: NodeJS.Signals): void;
  /** Whether it is past one of its limits by now; then it has been ended when this resolves. */
  endPastLimits(): Promise<boolean>;
  /** Kills everything of it and resolves when nothing is left. */
  kill(): Promise<void>;
}

/**
 * held: somebody who is not of this test listens there; held-briefly: what is left of a connection does (TIME_WAIT);
 * privileged: the system keeps it for root.
 */
export type PortObstacle = "held" | "held-briefly" | "privileged";

/** A port that cannot be had, and why. */
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
   * Replaces the network by a fresh one; every socket of the last test must be closed by then. `isShared`: in tier `ports` by the
   * machine's own, for programs that cannot be given addresses of their own. @default { isShared: false }
   */
  renewNetwork(options?: { isShared?: boolean }): void;
  /** Gives the network an interface with that IPv4 address, beside loopback. Tier `full` only. */
  addInterface(address: string): void;
  /** Opens a further network for what is launched and opened from now on; the one before lasts as long. Tier `full` only. */
  addNetwork(): void;
  /** Starts a program; one that cannot be started throws here or rejects its `exited`: the machine's fault, not the student's. */
  launch(options: LaunchOptions): RunningProgram;
  /** Why something cannot be learnt of programs here; null where it can. */
  lacks(insight: Insight): Lack | null;
  /** Every socket of the network, the programs' and the grader's; `open` leaves out those in TIME_WAIT. @default "all" */
  sockets(wanted?: "all" | "open"): SocketSample[];
  /**
   * Takes ports that programs have in their sources for the current test, and waits until no other test of this machine is on
   * them, nor anything that one left behind; tells those that cannot be had all the same. A test with a network of its own has all.
   */
  takePorts(ports: readonly number[]): Promise<KeptPort[]>;
  /** Lets others have the ports of the current test, of whose programs and sockets nothing is left. */
  releasePorts(): void;
  /** A port that is free on every loopback address, and the current test's. */
  freePort(range?: PortRange): Promise<number>;
  /** Why no program of this test can listen on the port now, through no fault of its own; null where it can. */
  obstacle(port: number): PortObstacle | null;
  /**
   * Where nobody can end what an earlier test left on the ports in a server's source, waits until it does not keep the server from
   * them; throws when another program of this machine does.
   *
   * @param launch how the server is going to be started
   */
  awaitPorts(ports: readonly number[], protocol: Protocol, launch: LaunchOptions): Promise<void>;
  /** A TCP socket to connect with that takes small segments and has little room; its descriptor. */
  narrowSocket(address: string): number;
  /** Takes a port as an unreachable machine would. */
  listenDeaf(address: string, port: number): Promise<{ close(): void }>;
  /** A path of this machine at which a socket of AF_UNIX can be bound, to be laid before programs. */
  socketPath(): string;
  /** Records where programs try to connect or send to, from now to `stop`; empty where the machine does not let it. */
  recordAttempts(): { attempts(): Attempt[]; stop(): void };
  /** Kills every program and removes every temporary file. */
  close(): Promise<void>;
}
