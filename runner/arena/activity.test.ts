import { afterEach, expect, it, vi } from "vitest";
import { Activity } from "./activity.ts";
import { buildLimits } from "./limits.ts";
import type { Usage } from "./usage.ts";

afterEach(() => void vi.useRealTimers());

/** A process that nobody finds in /proc, and so without threads of its own. */
const missing = 2 ** 30;
const usage = (cpuSeconds: number): Usage => ({
  ...{ parent: 1, group: 1, session: 1, threads: 1, residentBytes: 0, virtualBytes: 0, running: false },
  cpuSeconds,
});

it("takes a program to idle by looks that show it, not by time in which nobody looked", () => {
  vi.useFakeTimers();
  const activity = new Activity({ ...buildLimits, idleSeconds: 10 });
  const lookAfter = (ms: number, ...processes: [number, Usage][]) => {
    vi.advanceTimersByTime(ms);
    activity.look(new Map(processes));
    return activity.exceeded();
  };
  expect(lookAfter(60_000, [missing, usage(1)])).toBe(null);
  expect(lookAfter(60_000, [missing, usage(1)])).toBe(null);
  for (let looks = 0; looks < 190; looks++) expect(lookAfter(50, [missing, usage(1)])).toBe(null);
  expect(lookAfter(50, [missing, usage(1.01)])).toBe(null);
  // It has not begun, or nobody has collected it yet.
  for (let looks = 0; looks < 300; looks++) expect(lookAfter(50)).toBe(null);
  for (let looks = 0; looks < 199; looks++) expect(lookAfter(50, [missing, usage(1.01)])).toBe(null);
  expect(lookAfter(50, [missing, usage(1.01)])).toBe("idle");
});

it("takes one that wakes now and then to idle again to idle, too", () => {
  vi.useFakeTimers();
  const activity = new Activity({ ...buildLimits, idleSeconds: 10 });
  const looks = Array.from({ length: 4 * 90 }, (_, index) => {
    vi.advanceTimersByTime(100);
    activity.look(new Map([[missing, usage(1 + Math.floor(index / 90) / 100)]]));
    return activity.exceeded();
  });
  expect(looks.indexOf("idle") / 90).toBeGreaterThan(3);
  expect(looks.at(-1)).toBe("idle");
});

it("counts the CPU time of processes that have ended", () => {
  const activity = new Activity({ ...buildLimits, allCpuSeconds: 3 });
  for (const pid of [missing, missing + 1]) activity.look(new Map([[pid, usage(1.2)]]));
  expect(activity.exceeded()).toBe(null);
  activity.look(new Map([[missing + 2, usage(0.7)]]));
  expect(activity.exceeded()).toBe("cpu");
});
