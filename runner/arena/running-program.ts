import type { SocketOptions } from "../linux/socket-options.ts";
import type { Protocol, SocketSample } from "../linux/socket-sample.ts";
import type { HeldSocket } from "../linux/unix-sockets.ts";
import type { PassedLimit } from "../model/failure-facts.ts";

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
  /**
   * CPU time, in clock ticks, of its processes that have ended and whose parent ended before them, so that its launcher reaped them.
   * @default 0
   */
  reapedTicks?(): number;
  /**
   * Whether its launcher may have a call of it to answer (see native/shown-machine.c): the program is then not idle, although its thread
   * is blocked. @default never
   */
  awaitsLauncher?(): boolean;
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
  /** Counts its output from 0 again: from now on it may print this number of bytes. */
  allowOutput(bytes: number): void;
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

/** CPU time, in clock ticks, of orphans of these programs that have ended. */
export function reapedTicksOf(programs: readonly RunningProgram[]): number {
  return programs.reduce((sum, program) => sum + (program.reapedTicks?.() ?? 0), 0);
}
