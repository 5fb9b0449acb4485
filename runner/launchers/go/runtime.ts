import { isParked, isSecond, type Runtime } from "../runtime.ts";

/** Go's runtime, which is linked into every Go program. */
export const goRuntime: Runtime = {
  name: "go",
  // The ELF note in which the Go linker leaves its build id: owner "Go", type 4.
  mark: Buffer.from("Go\0\0", "latin1"),
  // The first thread that the runtime starts, sysmon, sleeps in a timed futex once nothing runs; the application's own timers
  // show in epoll_pwait. While sysmon still sleeps in nanosleep, it may distribute work: it counts.
  role: (thread, process) =>
    isParked(thread) || (isSecond(thread, process) && thread.call?.name === "futex") ? "service" : "application",
  handlesEverySignal: true,
};
