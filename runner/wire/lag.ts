import { type IntervalHistogram, monitorEventLoopDelay } from "node:perf_hooks";

let delays: IntervalHistogram | null = null;

/**
 * The longest time, in milliseconds since the last call, for which the event loop of this process was held up: an event may have
 * happened that much earlier than it was seen.
 */
export function lagMs(): number {
  delays ??= startedMonitor();
  const longestMs = delays.max / 1e6;
  delays.reset();
  return Math.max(0, longestMs - resolutionMs);
}

const resolutionMs = 5;

function startedMonitor(): IntervalHistogram {
  const monitor = monitorEventLoopDelay({ resolution: resolutionMs });
  monitor.enable();
  return monitor;
}
