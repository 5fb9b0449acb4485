import type { SocketSample } from "../linux/socket-sample.ts";
import type { Look, ProcessSample, ThreadSample } from "./look.ts";

/**
 * Since when each blocked call, and each connection attempt, has been seen: milliseconds on the clock of
 * `Look.atMs`. The kernel does not show when a call began, so its time-out is counted from the first look that saw it,
 * which is never too early.
 */
export type History = ReadonlyMap<string, number>;

/** The history before the first look. */
export const NO_HISTORY: History = new Map();

/** The history after `look`: what it still shows keeps its first moment, what it no longer shows is forgotten. */
export function remember(history: History, look: Look): History {
  const keys = [
    ...look.processes.flatMap((process) => process.threads.map((thread) => callKey(process, thread))),
    ...look.sockets.filter((socket) => socket.state === "SYN_SENT").map(socketKey),
  ];
  return new Map(keys.map((key) => [key, history.get(key) ?? look.atMs]));
}

/** Names the very call that a thread is blocked in: a thread that ran in between has another count of switches. */
export function callKey(process: ProcessSample, thread: ThreadSample): string {
  return `call ${process.pid} ${thread.tid} ${thread.switches} ${thread.call?.number}`;
}

/** Names a socket. */
export function socketKey(socket: SocketSample): string {
  return `socket ${socket.inode}`;
}
