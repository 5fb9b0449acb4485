/**
 * When something gives up, or fires, by itself: never, `afterMs` after it began (a moment that the kernel does not
 * show), `atMs` on the clock of `Look.atMs`, or at a time that cannot be known.
 */
export type Limit = "never" | "unknown" | { afterMs: number } | { atMs: number };

/** A system call that a thread is blocked in. */
export interface BlockedCall {
  number: number;
  /** The kernel's name of the call (`recvfrom`), or null for one that the watch does not know. */
  name: string | null;
  args: readonly bigint[];
  limit: Limit;
  /** The descriptors it waits for, those inside a poll, select or epoll set included. */
  descriptors: readonly number[];
}

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

/** The transport protocol of a socket. */
export type Protocol = "tcp" | "udp";

/** One socket of the network the program lives in, both sides' sockets included. */
export interface SocketSample {
  inode: number;
  protocol: Protocol;
  /** The kernel's name of the state: LISTEN, ESTABLISHED, SYN_SENT, CLOSE_WAIT, TIME_WAIT, …; UDP: CLOSE or ESTABLISHED. */
  state: string;
  localAddress: string;
  localPort: number;
  remoteAddress: string;
  remotePort: number;
  /** Bytes that arrived and were not read; for a listening socket, connections waiting to be accepted. */
  receiveQueue: number;
  /** Bytes sent and not acknowledged; for a listening socket, its backlog. */
  sendQueue: number;
  /** True for an IPv6 socket that takes no IPv4 connections. */
  ipv6Only: boolean;
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
