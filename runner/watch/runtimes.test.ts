import { expect, test } from "vitest";
import { runtimes } from "../launchers/runtimes.ts";
import type { BlockedCall } from "../linux/blocked-call.ts";
import type { ProcessSample, ThreadSample } from "../linux/process-sample.ts";
import { isHousekeeping, runtimeOf, threadRole } from "./runtimes.ts";

const jvm = runtimes.find(({ name }) => name === "jvm");
const parked: BlockedCall = { number: 202, name: "futex", args: [], limit: "never", descriptors: [] };
const timed: BlockedCall = { ...parked, limit: { afterMs: 60_000 } };
const napping: BlockedCall = { number: 35, name: "nanosleep", args: [], limit: { afterMs: 10 }, descriptors: [] };
const polling: BlockedCall = { number: 281, name: "epoll_pwait", args: [], limit: { afterMs: 500 }, descriptors: [] };

test("recognises runtimes by the name of the executable or, for Go, by the linker's note", () => {
  const of = (executable: string, head = "\x7fELF") => runtimeOf(executable, () => Buffer.from(head, "latin1"))?.name;
  expect(["java", "node", "python3.11", "server"].map((name) => of(name))).toEqual([
    "jvm",
    "node",
    undefined,
    undefined,
  ]);
  expect(of("server", "\x7fELF……Go\0\0hash")).toBe("go");
});

test.each([
  ["pool-1-thread-1", "application"],
  ["Thread-0", "application"],
  ["VM Thread", "service"],
  ["G1 Service", "service"],
  ["GC Thread#12", "service"],
  ["VM Periodic Tas", "bystander"],
  ["C2 CompilerThre", "bystander"],
])("the JVM's thread %s is %s", (name, role) => {
  expect(roles("jvm", [null, null], name)[1]).toBe(role);
});

test("only the JVM's housekeeping is known by name", () => {
  expect(isHousekeeping(jvm, "Common-Cleaner")).toBe(true);
  expect(isHousekeeping(jvm, "Thread-0")).toBe(false);
  expect(isHousekeeping(undefined, "Common-Cleaner")).toBe(false);
});

test("the JVM's launcher thread only waits for main", () => {
  expect(roles("jvm", [parked, parked], "java")).toEqual(["service", "application"]);
});

test("Go: sysmon's deep sleep and idle threads are the runtime's, timers and calls the program's", () => {
  expect(roles("go", [polling, timed, parked, polling])).toEqual(["application", "service", "service", "application"]);
});

test("Go: sysmon may still hand out work while it naps; another thread's timed lock is the program's (cgo)", () => {
  expect(roles("go", [polling, napping, timed])).toEqual(["application", "application", "application"]);
});

test("Node: the main thread and workers that wait for events count, the pool and the delayed-task thread do not", () => {
  expect(roles("node", [polling, polling, parked, polling])).toEqual([
    "application",
    "service",
    "service",
    "application",
  ]);
  expect(roles("node", [parked, polling])[0]).toBe("application");
});

test("everywhere else each thread is the program's, the kernel's own workers apart", () => {
  expect(roles("native", [parked, timed, polling])).toEqual(["application", "application", "application"]);
  expect(roles("native", [parked, null], "iou-sqp-10")).toEqual(["bystander", "bystander"]);
});

function roles(runtime: string, calls: (BlockedCall | null)[], name = "server") {
  const threads: ThreadSample[] = calls.map((call, index) => ({
    tid: 10 + index,
    name,
    state: "S",
    cpuTicks: 0,
    switches: 0,
    delayedMs: 0,
    call,
  }));
  const process: ProcessSample = {
    pid: 10,
    parent: 1,
    executable: "server",
    runtime,
    unreadable: false,
    timers: [],
    threads,
    descriptors: new Map(),
  };
  return threads.map((thread) => threadRole(process, thread));
}
