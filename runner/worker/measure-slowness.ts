import { spawnSync } from "node:child_process";

/** How long starting a small process takes on an ordinary, idle machine, in milliseconds. */
const ordinaryStartMs = 3;
const tries = 5;

/**
 * How many times slower than an ordinary machine this one starts processes, at least 1: fixed limits are multiplied by it
 * where the program watch cannot tell a slow program from one that will never answer.
 */
export function measureSlowness(): number {
  const timesMs = Array.from({ length: tries }, () => {
    const startMs = performance.now();
    spawnSync("/bin/true");
    return performance.now() - startMs;
  }).sort((a, b) => a - b);
  const medianMs = timesMs[Math.floor(tries / 2)] ?? ordinaryStartMs;
  return Math.max(1, medianMs / ordinaryStartMs);
}
