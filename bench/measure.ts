import { readFileSync } from "node:fs";

/** What a piece of work cost. */
export interface Cost {
  wallMs: number;
  /** Processor time of all child processes that ended meanwhile, with their own, to within 10 ms. */
  childrenMs: number;
}

/** Does a piece of work and measures it; nothing else may start processes meanwhile. */
export async function measure<T>(work: () => Promise<T>): Promise<{ value: T; cost: Cost }> {
  const before = { wallMs: performance.now(), childrenMs: childrenMs() };
  const value = await work();
  const cost = { wallMs: performance.now() - before.wallMs, childrenMs: childrenMs() - before.childrenMs };
  return { value, cost };
}

/** Fields 16 and 17, `cutime` and `cstime`, in ticks of 10 ms; see proc_pid_stat(5). */
function childrenMs(): number {
  const stat = readFileSync("/proc/self/stat", "latin1");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[13]) + Number(fields[14])) * 10;
}

/** The middle one of some numbers, the upper of two. */
export function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
