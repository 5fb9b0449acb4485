import type { Limits } from "./arena.ts";
import { proportionalBytes, readUsage } from "./usage.ts";

/** A limit that is watched from outside the program. */
export type WatchedLimit = "memory" | "cpu" | "processes";

/** A watch over what a program uses. */
export interface UsageWatch {
  /** Looks now, and not only when it is due: beside hundreds of busy processes that may be late. */
  look(): void;
  stop(): void;
}

/** Looks at a program's processes while it runs and reports the first limit they exceed, once. */
export function watchUsage(
  processes: () => readonly number[],
  limits: Limits,
  exceeded: (limit: WatchedLimit) => void,
): UsageWatch {
  const look = () => {
    const limit = firstExceeded(processes(), limits);
    if (limit === null) return;
    clearInterval(timer);
    exceeded(limit);
  };
  const timer = setInterval(look, lookEveryMs);
  timer.unref();
  return { look, stop: () => clearInterval(timer) };
}

/** A program that allocates as fast as the machine can gets some 100 MB past its limit in this time. */
const lookEveryMs = 50;

function firstExceeded(pids: readonly number[], limits: Limits): WatchedLimit | null {
  let threads = 0;
  let residentBytes = 0;
  for (const pid of pids) {
    const usage = readUsage(pid);
    if (usage === null) continue;
    if (usage.cpuSeconds >= limits.cpuSeconds) return "cpu";
    threads += usage.threads;
    residentBytes += usage.residentBytes;
  }
  // At the limit itself fork fails and the program may live on, spinning: as good as exceeded.
  if (threads >= limits.processes) return "processes";
  return residentBytes > limits.memoryBytes && sharedFairly(pids) > limits.memoryBytes ? "memory" : null;
}

/** A forking server's processes share most of their memory; resident sizes alone would count it once for each. */
function sharedFairly(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + proportionalBytes(pid), 0);
}
