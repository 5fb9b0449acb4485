/** How often a thread was given the processor: the third number of `schedstat`; null when it is not there. */
export function parseSchedstat(text: string): number | null {
  const turns = text.trim().split(" ")[2];
  return turns === undefined ? null : Number(turns);
}

/** Voluntary and involuntary context switches of a thread from its `status`; null when they are not there. */
export function parseStatusSwitches(text: string): number | null {
  const counts = [...text.matchAll(/^(?:non)?voluntary_ctxt_switches:\s*(\d+)/gm)];
  return counts.length === 0 ? null : counts.reduce((sum, count) => sum + Number(count[1]), 0);
}
