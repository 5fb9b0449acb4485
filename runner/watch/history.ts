import type { ProcessSample, ThreadSample } from "../linux/process-sample.ts";
import type { SocketSample } from "../linux/socket-sample.ts";
import type { Look } from "./look.ts";

/**
 * The earliest moment, on the clock of `Look.atMs`, at which each blocked call and each connection attempt can have begun: the last
 * look that did not show it, because the kernel does not show when a call began. So no timeout is expected later than it happens.
 */
export interface History {
  sinceMs: ReadonlyMap<string, number>;
  /** When the last look was taken; null before the first one. */
  lookedMs: number | null;
}

/** The history before the first look: calls which that look shows are taken to begin then. */
export const NO_HISTORY: History = { sinceMs: new Map(), lookedMs: null };

/** The history of a program that had not been started at that moment. */
export function historySince(ms: number): History {
  return { ...NO_HISTORY, lookedMs: ms };
}

/** The history after `look`: what it still shows keeps its first moment, what it no longer shows is forgotten. */
export function remember({ sinceMs, lookedMs }: History, look: Look): History {
  const begunMs = lookedMs ?? look.atMs;
  const threads = look.processes.flatMap((process) =>
    process.threads.map((thread): [key: string, begunMs: number] => [
      callKey(process, thread),
      // For a stop, the shortest possible time counts: it may have begun only now.
      isStopped(thread) ? look.atMs : begunMs,
    ]),
  );
  const connecting = look.sockets.filter((socket) => socket.state === "SYN_SENT").map(socketKey);
  const all = [...threads, ...connecting.map((key): [key: string, begunMs: number] => [key, begunMs])];
  return { sinceMs: new Map(all.map(([key, ms]) => [key, sinceMs.get(key) ?? ms])), lookedMs: look.atMs };
}

/** Whether a thread was stopped by a signal. */
export function isStopped({ state, call }: ThreadSample): boolean {
  return state === "T" || call === null;
}

/** A key for one call of a thread: if the thread has run since, its count of context switches differs. */
export function callKey(process: ProcessSample, thread: ThreadSample): string {
  return `call ${process.pid} ${thread.tid} ${thread.switches} ${isStopped(thread) ? "stopped" : thread.call?.number}`;
}

/** A key for a socket. */
export function socketKey(socket: SocketSample): string {
  return `socket ${socket.inode}`;
}
