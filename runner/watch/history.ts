import type { ProcessSample, ThreadSample } from "../linux/process-sample.ts";
import type { SocketSample } from "../linux/socket-sample.ts";
import type { Look } from "./look.ts";

/**
 * Since when each blocked call, and each connection attempt, may have lasted, on the clock of `Look.atMs`. The kernel does not
 * show when a call began: not before the last look that did not show it. So its timeout is never expected too late.
 */
export interface History {
  sinceMs: ReadonlyMap<string, number>;
  /** When the last look was taken; null before the first one. */
  lookedMs: number | null;
}

/** The history before the first look; what that shows is taken to have begun then. */
export const NO_HISTORY: History = { sinceMs: new Map(), lookedMs: null };

/** The history before the first look at a program that was not there at that moment. */
export function historySince(ms: number): History {
  return { ...NO_HISTORY, lookedMs: ms };
}

/** The history after `look`: what it still shows keeps its first moment, what it no longer shows is forgotten. */
export function remember({ sinceMs, lookedMs }: History, look: Look): History {
  const begunMs = lookedMs ?? look.atMs;
  const threads = look.processes.flatMap((process) =>
    process.threads.map((thread): [key: string, begunMs: number] => [
      callKey(process, thread),
      // How long a stop lasted at least is what counts of it: it may have begun a moment ago.
      isStopped(thread) ? look.atMs : begunMs,
    ]),
  );
  const connecting = look.sockets.filter((socket) => socket.state === "SYN_SENT").map(socketKey);
  const all = [...threads, ...connecting.map((key): [key: string, begunMs: number] => [key, begunMs])];
  return { sinceMs: new Map(all.map(([key, ms]) => [key, sinceMs.get(key) ?? ms])), lookedMs: look.atMs };
}

/** Whether a signal has stopped a thread until another one continues it. */
export function isStopped({ state, call }: ThreadSample): boolean {
  return state === "T" || call === null;
}

/** Names the very call that a thread is blocked in: a thread that ran in between has another count of switches. */
export function callKey(process: ProcessSample, thread: ThreadSample): string {
  return `call ${process.pid} ${thread.tid} ${thread.switches} ${isStopped(thread) ? "stopped" : thread.call?.number}`;
}

/** Names a socket. */
export function socketKey(socket: SocketSample): string {
  return `socket ${socket.inode}`;
}
