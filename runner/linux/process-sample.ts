import type { BlockedCall, Limit } from "./blocked-call.ts";

/** One thread of the program under test, as /proc showed it at one moment. */
export interface ThreadSample {
  tid: number;
  /** The thread's own name (`comm`): runtimes name their housekeeping threads. */
  name: string;
  /** State letter of /proc/…/stat: R running, S sleeping, D disk, Z zombie, T stopped, … */
  state: string;
  /** CPU time used so far, in clock ticks (user and system). */
  cpuTicks: number;
  /** How often it has been scheduled on a CPU; its context switches if the kernel does not count that. */
  switches: number;
  /** How long it has waited for a CPU so far, in milliseconds; 0 where the kernel does not count that. */
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
  /** Name of the runtime that has threads of its own in it; "native" if there is none. */
  runtime: string;
  /** Whether /proc hides what the watch must know: then nothing can be proven of the process. */
  unreadable: boolean;
  /** Alarms and timers that may wake it although its calls have no timeout. */
  timers: readonly Limit[];
  threads: readonly ThreadSample[];
  descriptors: Descriptors;
}
