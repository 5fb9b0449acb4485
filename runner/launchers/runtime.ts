import type { ProcessSample, ThreadSample } from "../linux/process-sample.ts";

/**
 * The role of a thread in a program. `application`: the program's work; everything about it counts. `service`: the runtime's
 * part of that work (collector, idle pool); it counts when it runs, but its timeouts do not. `bystander`:
 * wakes at intervals or works in the background, and counts only at the moments in which it is seen running.
 */
export type ThreadRole = "application" | "service" | "bystander";

/** A runtime that has threads of its own in the process of a program. */
export interface Runtime {
  name: string;
  /** Names of the executable files that are this runtime. @default none: its programs are files of their own */
  executables?: readonly string[];
  /** What the first 4 KiB of a program's own file contain if the runtime is part of it. @default nothing */
  mark?: Buffer;
  /**
   * The role of a thread, as far as its name alone shows it; `application` may still change. The calls of the other
   * threads need not be read, which makes a look cheaper. @default names show nothing
   */
  roleByName?(thread: string): ThreadRole;
  /** The role of a thread in its process. */
  role(thread: ThreadSample, process: ProcessSample): ThreadRole;
  /** Name of the thread that slowly ends the process once nothing else is left to do. @default none */
  ender?: string;
  /** Whether a process all of whose threads are the runtime's own is starting or ending. @default false */
  aloneInPassing?: boolean;
  /** Whether it handles every signal itself, so that a handler shows nothing about the program. @default false */
  handlesEverySignal?: boolean;
}

/** Whether a thread waits for work in a pool, without a timeout. */
export function isParked(thread: ThreadSample): boolean {
  return thread.call?.name === "futex" && thread.call.limit === "never";
}

/** Whether a thread is the second one that the process started. */
export function isSecond(thread: ThreadSample, process: ProcessSample): boolean {
  const isFirst = ({ tid }: ThreadSample) => tid === process.pid;
  return !isFirst(thread) && process.threads.every((other) => isFirst(other) || other.tid >= thread.tid);
}
