import { readFileSync } from "node:fs";

/** The cost of a piece of work. */
export interface Cost {
  wallMs: number;
  /** CPU time of the whole machine, to within 10 ms a core. */
  processorMs: number;
}

/**
 * Runs `work` and measures it; nothing else may run meanwhile. It reads the CPU time of the machine, because the
 * kernel's account of child processes lacks those that die with their pid namespace.
 */
export async function measure<T>(work: () => Promise<T>): Promise<{ value: T; cost: Cost }> {
  const before = { wallMs: performance.now(), processorMs: busyMs() };
  const value = await work();
  const cost = { wallMs: performance.now() - before.wallMs, processorMs: busyMs() - before.processorMs };
  return { value, cost };
}

/** The first line of /proc/stat without what is idle (fields 4 and 5) or already counted (guests), in ticks of 10 ms; proc_stat(5). */
function busyMs(): number {
  const [, user, nice, system, , , interrupts, softInterrupts] = readFileSync("/proc/stat", "latin1")
    .split(/\s+/)
    .map(Number);
  return [user, nice, system, interrupts, softInterrupts].reduce<number>((sum, ticks) => sum + (ticks ?? 0) * 10, 0);
}

/** The middle one of some numbers, the upper of two. */
export function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
