import { describe, expect, test } from "vitest";
import type { BlockedCall, Limit } from "../linux/blocked-call.ts";
import type { ProcessSample, ThreadSample } from "../linux/process-sample.ts";
import type { SocketSample } from "../linux/socket-sample.ts";
import { type AssessOptions, assess } from "./assess.ts";
import { NO_HISTORY, remember } from "./history.ts";
import type { Look } from "./look.ts";

const recv: BlockedCall = { number: 45, name: "recvfrom", args: [4n], limit: "never", descriptors: [4] };
const poll: BlockedCall = { number: 7, name: "poll", args: [1n, 1n, 300n], limit: { afterMs: 300 }, descriptors: [4] };
const unheardOf: BlockedCall = { number: 999, name: null, args: [], limit: "unknown", descriptors: [] };

describe("threads", () => {
  test.each<[string, Partial<ThreadSample>]>([
    ["was given the processor in between", { switches: 8 }],
    ["used the processor", { cpuTicks: 4 }],
    ["wants the processor", { state: "R" }],
    ["waits for a disk or a page", { state: "D" }],
    ["is blocked outside a system call", { call: null }],
    ["is in another call", { call: poll }],
    ["is a new one", { tid: 11 }],
  ])("running: a thread %s", (_what, change) => {
    expect(judge([thread()], [thread(change)])).toEqual({ state: "running" });
  });

  test("running: one thread of two computes, and so does a thread that has just started", () => {
    expect(judge([thread(), thread({ tid: 11 })], [thread(), thread({ tid: 11, state: "R" })]).state).toBe("running");
    expect(judge([thread()], [thread(), thread({ tid: 11 })]).state).toBe("running");
  });

  test("running: a thread of the runtime's that works in the background may hold what the program waits for", () => {
    const compiler = (state: ThreadSample["state"]) => [
      thread(),
      thread({ tid: 11, name: "C2 CompilerThre", call: null, state }),
    ];
    const at = (atMs: number, state: ThreadSample["state"]) =>
      look(atMs, [{ ...process(compiler(state)), runtime: "jvm" as const, pid: 1 }]);
    expect(assess(at(1000, "S"), at(1020, "R")).state).toBe("running");
    expect(assess(at(1000, "R"), at(1020, "S")).state).toBe("running");
    expect(assess(at(1000, "S"), at(1020, "S")).state).toBe("stuck");
  });

  test("waiting: a runtime that starts or ends has no thread of the program's own, whether or not a signal has stopped it", () => {
    const at = (atMs: number, state: ThreadSample["state"]) =>
      look(atMs, [{ ...process([thread({ tid: 1, state, call: recv })]), runtime: "jvm" as const, pid: 1 }]);
    for (const state of ["S", "T"] as const)
      expect(assess(at(1000, state), at(1020, state))).toEqual({ state: "waiting", untilMs: 1120, blocked: [] });
  });

  test("stuck: a program that a signal stopped, once nobody has continued it for a second", () => {
    const stopped = [thread({ state: "T", call: recv })];
    expect(judge(stopped, stopped)).toMatchObject({ state: "waiting", untilMs: 2000, blocked: [{ call: "stopped" }] });
    const history = remember(NO_HISTORY, look(10, [process(stopped)]));
    expect(judge(stopped, stopped, { history })).toMatchObject({ state: "stuck", blocked: [{ call: "stopped" }] });
  });

  test("waiting: a program that was stopped a moment ago, however long nobody had looked at it", () => {
    const stopped = [thread({ state: "T", call: recv })];
    const history = remember(NO_HISTORY, look(10, [process([thread({ call: recv })])]));
    expect(judge(stopped, stopped, { history })).toMatchObject({ state: "waiting", blocked: [{ call: "stopped" }] });
  });

  test("unknown: /proc hides a process", () => {
    const now = look(1020, [{ ...process([thread()]), unreadable: true }]);
    expect(assess(look(1000, [process([thread()])]), now)).toEqual({ state: "unknown" });
  });
});

describe("deadlines", () => {
  test("a timeout counts from the last look before the call was seen, or from the first one", () => {
    const threads = [thread({ call: poll })];
    const history = remember(NO_HISTORY, look(900, [process(threads)]));
    expect(judge(threads, threads)).toMatchObject({ state: "waiting", untilMs: 1300 });
    expect(judge(threads, threads, { history })).toMatchObject({ state: "waiting", untilMs: 1200 });
  });

  test("a new call with the same arguments counts anew", () => {
    const history = remember(NO_HISTORY, look(900, [process([thread({ call: poll, switches: 6 })])]));
    const threads = [thread({ call: poll })];
    expect(judge(threads, threads, { history })).toMatchObject({ untilMs: 1200 });
  });

  test("the earliest of several, and one that has passed means running", () => {
    const threads = (atMs: number) => [thread({ call: { ...poll, limit: { atMs } } }), thread({ tid: 11, call: poll })];
    expect(judge(threads(1100), threads(1100))).toMatchObject({ state: "waiting", untilMs: 1100 });
    expect(judge(threads(1010), threads(1010))).toEqual({ state: "running" });
  });

  test("a call that the watch does not know is never stuck", () => {
    const threads = [thread({ call: unheardOf })];
    expect(judge(threads, threads)).toMatchObject({
      state: "waiting",
      untilMs: 1120,
      blocked: [{ call: "system call 999" }],
    });
  });

  test.each<[string, Limit, number]>([
    ["a timer", { atMs: 5000 }, 5000],
    ["an alarm", "unknown", 1120],
  ])("%s of the process counts as well", (_what, timer, untilMs) => {
    const processes = [{ ...process([thread()]), timers: [timer] }];
    expect(assess(look(1000, processes), look(1020, processes))).toMatchObject({ state: "waiting", untilMs });
  });

  test("SO_RCVTIMEO bounds recv on a socket, not send", () => {
    const options: AssessOptions = {
      receiveTimeoutMs: (pid, descriptor) => (pid === 10 && descriptor === 4 ? 2000 : null),
    };
    const threads = [thread()];
    const sending = [thread({ call: { ...recv, number: 44, name: "sendto" } })];
    expect(judge(threads, threads, options)).toMatchObject({ state: "waiting", untilMs: 3000 });
    expect(judge(sending, sending, options)).toMatchObject({ state: "stuck" });
    expect(judge(sending, sending, { sendTimeoutMs: () => 50 })).toMatchObject({ state: "waiting", untilMs: 1050 });
  });
});

describe("sockets", () => {
  const listening = socket({ inode: 77, state: "LISTEN", localPort: 5000 });

  test("running: something was queued on the program's socket or its peer's, or a client came", () => {
    const peer = socket({ inode: 99, localPort: 40000, remotePort: 5000 });
    expect(judgeSockets([listening, peer], [{ ...listening, receiveQueue: 1 }, peer])).toBe("running");
    expect(judgeSockets([listening, peer], [listening, { ...peer, sendQueue: 9 }])).toBe("running");
    expect(judgeSockets([listening], [listening, peer])).toBe("running");
  });

  test("stuck: bytes that lie unread and do not move", () => {
    const unread = { ...listening, receiveQueue: 1 };
    expect(judgeSockets([unread], [unread])).toBe("stuck");
  });

  test("stuck: only strangers' sockets moved, or a connection in time-wait expired", () => {
    const stranger = socket({ inode: 99, localPort: 6000, remotePort: 6001 });
    expect(judgeSockets([listening, stranger], [listening, { ...stranger, receiveQueue: 3 }])).toBe("stuck");
    expect(judgeSockets([listening, socket({ inode: 0, state: "TIME_WAIT", localPort: 5000 })], [listening])).toBe(
      "stuck",
    );
  });

  test("waiting: a connection attempt fails by itself after two minutes", () => {
    const dialling = [socket({ inode: 77, state: "SYN_SENT" })];
    const processes = [process([thread({ call: { ...recv, number: 42, name: "connect" } })])];
    const assessment = assess(look(1000, processes, dialling), look(1020, processes, dialling));
    expect(assessment).toMatchObject({ state: "waiting", untilMs: 132_000, blocked: [{ call: "connect" }] });
  });

  function judgeSockets(before: SocketSample[], now: SocketSample[]) {
    const processes = [process([thread()])];
    return assess(look(1000, processes, before), look(1020, processes, now)).state;
  }
});

describe("words", () => {
  test.each([
    [4, "recv"],
    [0, "read"],
    [5, "read"],
  ])("read on descriptor %i is %s", (descriptor, word) => {
    const threads = [
      thread({ call: { number: 0, name: "read", args: [], limit: "never", descriptors: [descriptor] } }),
    ];
    expect(judge(threads, threads)).toMatchObject({ blocked: [{ call: word, descriptors: [descriptor] }] });
  });
});

function judge(before: ThreadSample[], now: ThreadSample[], options?: AssessOptions) {
  return assess(look(1000, [process(before)]), look(1020, [process(now)]), options);
}

function look(atMs: number, processes: ProcessSample[], sockets: SocketSample[] = []): Look {
  return { atMs, processes, sockets };
}

function process(threads: ThreadSample[]): ProcessSample {
  const descriptors = new Map([
    [0, "socket:[70]"],
    [4, "socket:[77]"],
    [5, "pipe:[78]"],
  ]);
  return {
    pid: 10,
    parent: 1,
    executable: "a.out",
    runtime: "native",
    unreadable: false,
    timers: [],
    threads,
    descriptors,
  };
}

function thread(change: Partial<ThreadSample> = {}): ThreadSample {
  return { tid: 10, name: "a.out", state: "S", cpuTicks: 3, switches: 7, delayedMs: 0, call: recv, ...change };
}

function socket(change: Partial<SocketSample>): SocketSample {
  const addresses = { localAddress: "127.0.0.1", localPort: 1, remoteAddress: "127.0.0.1", remotePort: 0 };
  return {
    inode: 77,
    protocol: "tcp",
    state: "ESTABLISHED",
    ...addresses,
    receiveQueue: 0,
    sendQueue: 0,
    ipv6Only: false,
    ...change,
  };
}
