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
  /** When its call gives up by itself, on the clock of `Look.atMs`; null: never. */
  untilMs: number | null;
  /** How long its call may last altogether, at most and in milliseconds; null: for ever. */
  lastsMs: number | null;
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
