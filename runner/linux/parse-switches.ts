/** How often a thread has been scheduled on a CPU, and how long it has waited for one. */
export interface Turns {
  count: number;
  delayedMs: number;
}

/** The third and the second number of `schedstat` (Documentation/scheduler/sched-stats.rst); null when they are not there. */
export function parseSchedstat(text: string): Turns | null {
  const [, delayedNs, count] = text.trim().split(" ");
  return count === undefined ? null : { count: Number(count), delayedMs: Number(delayedNs) / 1e6 };
}

/** Voluntary and involuntary context switches of a thread from its `status`; null when they are not there. */
export function parseStatusSwitches(text: string): number | null {
  const counts = [...text.matchAll(/^(?:non)?voluntary_ctxt_switches:\s*(\d+)/gm)];
  return counts.length === 0 ? null : counts.reduce((sum, count) => sum + Number(count[1]), 0);
}
