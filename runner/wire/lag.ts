import { type IntervalHistogram, monitorEventLoopDelay } from "node:perf_hooks";

/**
 * The longest delay of this process's event loop since the last call, in milliseconds: an event may have happened that much earlier
 * than it was seen.
 */
export function lagMs(): number {
  delays ??= startedMonitor();
  const longestMs = delays.max / 1e6;
  delays.reset();
  return Math.max(0, longestMs - resolutionMs);
}

let delays: IntervalHistogram | null = null;

const resolutionMs = 5;

function startedMonitor(): IntervalHistogram {
  const monitor = monitorEventLoopDelay({ resolution: resolutionMs });
  monitor.enable();
  return monitor;
}
