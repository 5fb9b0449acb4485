import { setTimeout as delay } from "node:timers/promises";
import { readUsage } from "./usage.ts";

/** Counts the processes that outlive a program, once all of them sleep: one that still runs may be about to end. */
export async function countLeftBehind(processes: () => readonly number[], isOver: () => boolean): Promise<number> {
  const began = performance.now();
  for (let restedMs = 0; ; restedMs += lookEveryMs) {
    const usages = processes().map(readUsage);
    if (usages.some((usage) => usage?.running)) restedMs = 0;
    const enough = restedMs >= restsMs || performance.now() - began > longestMs;
    if (usages.length === 0 || isOver() || enough) return usages.length;
    await delay(lookEveryMs);
  }
}

const restsMs = 200;
const lookEveryMs = 5;
const longestMs = 2000;
