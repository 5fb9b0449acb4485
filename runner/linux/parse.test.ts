import { describe, expect, test } from "vitest";
import { parseEpollSet, parseTimerRemainingMs } from "./parse-fdinfo.ts";
import { parseStat } from "./parse-stat.ts";
import { parseSchedstat, parseStatusSwitches } from "./parse-switches.ts";
import { parseSyscall } from "./parse-syscall.ts";

describe("stat", () => {
  const rest =
    "3 9 9 0 -1 4194560 1 0 0 0 12 5 4 2 20 0 2 0 99 8 7 18446744073709551615 1 1 1 1 1 0 0 0 8194 0 0 0 17 1";

  test("a name may hold spaces and parentheses", () => {
    expect(parseStat(`42 (a) b (c) S ${rest}\n`)).toEqual({
      name: "a) b (c",
      state: "S",
      parent: 3,
      group: 9,
      session: 9,
      cpuTicks: 17,
      reapedTicks: 6,
      threads: 2,
      virtualBytes: 8,
      residentPages: 7,
      catchesAlarm: true,
    });
  });

  test("no handler for SIGALRM; nothing to read", () => {
    expect(parseStat(`42 (a) S ${rest.replace("8194", "2")}`)?.catchesAlarm).toBe(false);
    expect(parseStat("")).toBeNull();
  });
});

test("syscall: the call and its arguments, or none", () => {
  expect(parseSyscall("45 0x4 0x7f00 0x400 0x0 0x0 0x0 0x7ffd 0x7f11\n")).toEqual({
    number: 45,
    args: [4n, 0x7f00n, 0x400n, 0n, 0n, 0n],
  });
  expect(parseSyscall("running\n")).toBeNull();
  expect(parseSyscall("-1 0x7ffd 0x7f11\n")).toBeNull();
  expect(parseSyscall("")).toBeNull();
});

test("switches: from schedstat, with the time waited for them, or from status", () => {
  expect(parseSchedstat("2586138 1467200 3\n")).toEqual({ count: 3, delayedMs: 1.4672 });
  expect(parseSchedstat("")).toBeNull();
  expect(parseStatusSwitches("Name:\tx\nvoluntary_ctxt_switches:\t5\nnonvoluntary_ctxt_switches:\t2\n")).toBe(7);
  expect(parseStatusSwitches("")).toBeNull();
});

test("fdinfo: an epoll set's members, a timer's remaining time", () => {
  expect(parseEpollSet("pos:\t0\ntfd:        7 events: 19\ntfd:        3 events: 19\n")).toEqual([3, 7]);
  expect(parseTimerRemainingMs("clockid: 1\nit_value: (9, 500000000)\nit_interval: (0, 0)\n")).toBe(9500);
  expect(parseTimerRemainingMs("clockid: 1\nit_value: (0, 0)\nit_interval: (0, 0)\n")).toBeNull();
  expect(parseTimerRemainingMs("pos:\t0\n")).toBeNull();
});
