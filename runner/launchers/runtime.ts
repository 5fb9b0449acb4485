import type { ProcessSample, ThreadSample } from "../linux/process-sample.ts";

/**
 * What a thread is to the program. `application`: its work; everything about it counts. `service`: the runtime's own
 * part of that work (collector, idle pool); it counts when it moves, but its timeouts lead to nothing. `bystander`:
 * wakes by the clock or works in the background, and counts only at the moments in which it is seen at work.
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
   * The role of a thread, as far as its name alone tells; `application` may still turn out otherwise. The calls of the other
   * threads need not be read, which makes a look cheaper. @default no name tells
   */
  roleByName?(thread: string): ThreadRole;
  /** The role of a thread in its process. */
  role(thread: ThreadSample, process: ProcessSample): ThreadRole;
  /** Name of the thread that ends the process once nothing else is left to do, and takes its time. @default none does */
  ender?: string;
  /** Whether it handles every signal itself, so that a handler tells nothing of the program. @default false */
  handlesEverySignal?: boolean;
}

/** Whether a thread waits for work in a pool, without a limit. */
export function isParked(thread: ThreadSample): boolean {
  return thread.call?.name === "futex" && thread.call.limit === "never";
}

/** Whether a thread is the second one that the process started. */
export function isSecond(thread: ThreadSample, process: ProcessSample): boolean {
  const isFirst = ({ tid }: ThreadSample) => tid === process.pid;
  return !isFirst(thread) && process.threads.every((other) => isFirst(other) || other.tid >= thread.tid);
}
