import type { Clocks } from "../linux/read-limit.ts";

/** The current time on the clocks of the kernel and of looks. */
export function readClocks(): Clocks {
  const monotonicMs = Number(process.hrtime.bigint()) / 1e6;
  return { lookMs: performance.now(), monotonicMs, realtimeMs: Date.now() };
}
