import type { BlockedCall, Limit } from "../linux/blocked-call.ts";
import type { SocketSample } from "../linux/socket-sample.ts";

/** The kind of runtime a process runs on: some have threads of their own beside the application's. */
export type Runtime = "native" | "jvm" | "go" | "node";

/** One thread of the program under test, as /proc showed it at one moment. */
export interface ThreadSample {
  tid: number;
  /** The thread's own name (`comm`): runtimes name their housekeeping threads. */
  name: string;
  /** State letter of /proc/…/stat: R running, S sleeping, D disk, Z zombie, T stopped, … */
  state: string;
  /** Processor time used so far, in clock ticks (user and system). */
  cpuTicks: number;
  /** How often it was given the processor so far, or its context switches where the kernel does not count that. */
  switches: number;
  /** How long it has waited for the processor so far, in milliseconds; 0 where the kernel does not count that. */
  delayedMs: number;
  /** The system call it is blocked in, or null when it is running or its state cannot be read. */
  call: BlockedCall | null;
}

/** What one descriptor of a process refers to: `socket:[12345]`, `pipe:[678]`, `/dev/null`, … */
export type Descriptors = ReadonlyMap<number, string>;

/** One process of the program under test. */
export interface ProcessSample {
  pid: number;
  parent: number;
  /** Name of the executable file, as /proc/<pid>/exe or `comm` names it. */
  executable: string;
  runtime: Runtime;
  /** True when /proc refuses what the watch must know; nothing can be proven about such a process. */
  unreadable: boolean;
  /** Alarms and timers of the process that may wake it although its calls have no limit. */
  timers: readonly Limit[];
  threads: readonly ThreadSample[];
  descriptors: Descriptors;
}

/** Everything seen of the program at one moment. */
export interface Look {
  /** Milliseconds on the monotonic clock of `performance.now()`. */
  atMs: number;
  processes: readonly ProcessSample[];
  sockets: readonly SocketSample[];
}

/** Where one thread of the program is blocked, in words a report can use. */
export interface BlockedThread {
  pid: number;
  tid: number;
  /**
   * The call as a programmer knows it: recv, accept, send, connect, poll, select, epoll, read, write, sleep, lock (a
   * mutex, a condition, the end of another thread), wait (for a child), pause, open; `stopped` by a signal.
   */
  call: string;
  /** The descriptors it waits for; empty when the call has none or they cannot be read. */
  descriptors: readonly number[];
  /** When its call gives up by itself, on the clock of `Look.atMs`; null: never. */
  untilMs: number | null;
}

/** What two looks at a program prove about it. */
export type Assessment =
  /** It used or wanted the processor, or something moved between the looks. */
  | { state: "running" }
  /** Every application thread is blocked, and the earliest of them gives up at `untilMs`. */
  | { state: "waiting"; untilMs: number; blocked: readonly BlockedThread[] }
  /** Every application thread is blocked for good: without new input nothing will ever come. */
  | { state: "stuck"; blocked: readonly BlockedThread[] }
  /** /proc refuses what the proof needs: fixed limits have to take its place. */
  | { state: "unknown" }
  /** No process of it is left. */
  | { state: "gone" };
