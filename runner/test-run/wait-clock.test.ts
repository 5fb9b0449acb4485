import { expect, test } from "vitest";
import { lookAt } from "../../tests/support/made-look.ts";
import type { ThreadSample } from "../linux/process-sample.ts";
import type { Assessment } from "../watch/look.ts";
import { WaitClock } from "./wait-clock.ts";

const startMs = performance.now();
const limits = { idleMs: 250, processorMs: 1000, wallMs: 60_000 };

test("gives up on a program that idles for the whole limit", () => {
  expect(verdictAfter(() => ({}))).toBe("idle");
});

test.each([
  ["runs or waits for a processor at each look", () => ({ state: "R" })],
  ["waits for a disk", () => ({ state: "D" })],
  ["is not given the processor between the looks", (look: number) => ({ delayedMs: look * 20 })],
])("is patient with a program that %s", (_, change) => {
  expect(verdictAfter(change)).toBeUndefined();
  expect(verdictAfter(change, { state: "unknown" })).toBeUndefined();
});

test("does not count what this process itself was late", () => {
  expect(verdictAfter(() => ({}), running, 20)).toBeUndefined();
});

test.each([
  ["blocked until long after the limit", 5000, "late"],
  ["woken again and again by short timeouts", 2, "idle"],
])("says of a program that is %s how it waited", (_, timeoutMs, why) => {
  const waiting = (atMs: number): Assessment => ({ state: "waiting", untilMs: atMs + timeoutMs, blocked: [] });
  expect(verdictAfter(() => ({}), waiting, 0, true)).toBe(why);
});

test("neither takes a stopped program for one that idles nor for one that sleeps", () => {
  const stopped = { pid: 1, tid: 1, call: "stopped", descriptors: [], untilMs: startMs + 9000, lastsMs: 1000 };
  const waiting: Assessment = { state: "waiting", untilMs: startMs + 9000, blocked: [stopped] };
  expect(verdictAfter(() => ({}), waiting, 0, true)).toBeUndefined();
});

const running: Assessment = { state: "running" };

/** What the clock says of a program after twenty looks, 20 ms apart. */
function verdictAfter(
  change: (look: number) => Partial<ThreadSample>,
  assessment: Assessment | ((atMs: number) => Assessment) = running,
  lagMs = 0,
  isQuiet = false,
) {
  const clock = new WaitClock(limits.idleMs, limits);
  const verdicts = Array.from({ length: 20 }, (_, index) => {
    const atMs = startMs + 1000 + index * 20;
    clock.lagged(lagMs);
    const assessed = typeof assessment === "function" ? assessment(atMs) : assessment;
    return clock.judge(
      { assessment: assessed, sinceMs: atMs - 20, look: lookAt(atMs, change(index)), usedMs: 0 },
      { allBranchesWait: true, isQuiet },
    );
  });
  return verdicts.find((verdict) => verdict !== null)?.why;
}
