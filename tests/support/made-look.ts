import type { ThreadSample } from "../../runner/linux/process-sample.ts";
import type { Look } from "../../runner/watch/look.ts";

/** A look for tests: one native program with one sleeping thread that has used no CPU time, except what is given. */
export function lookAt(atMs: number, change: Partial<ThreadSample>): Look {
  const thread = { tid: 10, name: "a.out", state: "S", cpuTicks: 0, switches: 0, delayedMs: 0, call: null, ...change };
  const program = { pid: 10, parent: 1, executable: "a.out", runtime: "native", unreadable: false } as const;
  return { atMs, processes: [{ ...program, timers: [], threads: [thread], descriptors: new Map() }], sockets: [] };
}
