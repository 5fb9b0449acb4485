import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { assess } from "./assess.ts";
import type { Look } from "./look.ts";

/** Each sample holds two looks at a program of samples/programs, 30 ms apart, 1.5 s after it said that it is ready. */
const SECONDS_10_LEFT_MS = { least: 8300, most: 10_000 };

describe("blocked for good", () => {
  test.each([
    ["accept.py", ["accept", "recv"]],
    ["asyncio_server.py", ["epoll"]],
    ["fork.py", ["wait", "read"]],
    ["accept.c", ["select"]],
    ["accept.cjs", ["epoll"]],
    ["Accept.java", ["accept", "lock"]],
    ["accept.rs", ["accept", "lock"]],
  ])("%s", (program, calls) => {
    const assessment = judge(program);
    expect(assessment.state).toBe("stuck");
    expect("blocked" in assessment && assessment.blocked.map(({ call }) => call)).toEqual(calls);
  });

  test("accept.go, whatever thread of Go's waits for the network", () => {
    const assessment = judge("accept.go");
    expect(assessment.state).toBe("stuck");
    expect("blocked" in assessment && assessment.blocked.map(({ call }) => call).sort()).toEqual(["epoll", "read"]);
  });
});

describe("will move by itself", () => {
  test.each([
    ["sleep.py"],
    ["event.py"],
    ["select.c"],
    ["poll.c"],
    ["timerfd.c"],
    ["sleep.cjs"],
    ["Sleep.java"],
    ["Pool.java"],
    ["sleep.go"],
    ["sleep.rs"],
  ])("%s, in ten seconds", (program) => {
    const { now } = recorded(program);
    const assessment = judge(program);
    expect(assessment.state).toBe("waiting");
    const leftMs = "untilMs" in assessment ? assessment.untilMs - now.atMs : 0;
    expect(leftMs).toBeGreaterThan(SECONDS_10_LEFT_MS.least);
    expect(leftMs).toBeLessThan(SECONDS_10_LEFT_MS.most);
  });

  test("alarm.py, at a time that cannot be seen: look again soon", () => {
    const { now } = recorded("alarm.py");
    expect(judge("alarm.py")).toMatchObject({ state: "waiting", untilMs: now.atMs + 100, blocked: [{ call: "recv" }] });
  });
});

test.each(["spin.py", "spin_threads.py", "spin.c", "spin.cjs", "Spin.java", "spin.go", "spin.rs"])(
  "computes: %s",
  (program) => {
    expect(judge(program)).toEqual({ state: "running" });
  },
);

test.each(["accept.py", "Accept.java", "sleep.go"])("gone: %s", (program) => {
  const { before, now } = recorded(program);
  expect(assess(before, { ...now, processes: [] })).toEqual({ state: "gone" });
});

test("the descriptors that a poll, a select and an epoll set hold are named", () => {
  const descriptors = (program: string) => {
    const assessment = judge(program);
    return "blocked" in assessment ? assessment.blocked.map((thread) => thread.descriptors) : [];
  };
  expect(descriptors("poll.c")).toEqual([[0]]);
  expect(descriptors("select.c")).toEqual([[0]]);
  expect(descriptors("timerfd.c")).toEqual([[0, 3]]);
  expect(descriptors("sleep.py")).toEqual([[], [3]]);
});

function judge(program: string) {
  const { before, now } = recorded(program);
  return assess(before, now);
}

function recorded(program: string): { before: Look; now: Look } {
  const text = readFileSync(new URL(`samples/${program}.json`, import.meta.url), "utf8");
  return JSON.parse(text, (key, value) => {
    if (key === "args") return value.map(BigInt);
    const isTable = key === "descriptors" && Array.isArray(value[0]);
    return isTable ? new Map(value) : value;
  });
}
