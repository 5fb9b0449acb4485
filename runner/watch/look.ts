import type { ProcessSample } from "../linux/process-sample.ts";
import type { SocketSample } from "../linux/socket-sample.ts";

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
  /** When its call times out, on the clock of `Look.atMs`; null: never. */
  untilMs: number | null;
  /** The longest time, in milliseconds, that its call can last; null: for ever. */
  lastsMs: number | null;
}

/** What two looks at a program prove about it. */
export type Assessment =
  /** It used or wanted a CPU, or something changed between the looks. */
  | { state: "running" }
  /** Every application thread is blocked; the first timeout ends at `untilMs`. */
  | { state: "waiting"; untilMs: number; blocked: readonly BlockedThread[] }
  /** Every application thread is blocked without a timeout: without new input it will never go on. */
  | { state: "stuck"; blocked: readonly BlockedThread[] }
  /** /proc hides what the proof needs: fixed time limits must be used instead. */
  | { state: "unknown" }
  /** All its processes have ended. */
  | { state: "gone" };
