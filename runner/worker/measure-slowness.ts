import { spawnSync } from "node:child_process";

/**
 * How many times slower than an ordinary machine this one starts processes, at least 1. Fixed time limits are multiplied by it when
 * programs are not watched, so that a slow program cannot be told from one that will never answer.
 */
export function measureSlowness(): number {
  const timesMs = Array.from({ length: tries }, () => {
    const startMs = performance.now();
    spawnSync(program, { stdio: "ignore", windowsHide: true });
    return performance.now() - startMs;
  }).sort((a, b) => a - b);
  const medianMs = timesMs[Math.floor(tries / 2)] ?? ordinaryStartMs;
  return Math.max(1, medianMs / ordinaryStartMs);
}

/** A small program of the system, and how long starting it takes on an ordinary, idle machine, in milliseconds. */
const { program, ordinaryStartMs } =
  process.platform === "win32"
    ? { program: "hostname.exe", ordinaryStartMs: 20 }
    : { program: process.platform === "linux" ? "/bin/true" : "/usr/bin/true", ordinaryStartMs: 3 };
const tries = 5;
