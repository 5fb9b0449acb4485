import { isParked, isSecond, type Runtime } from "../runtime.ts";

/** Node: idle workers of V8 and libuv are parked, and the second thread, V8's scheduler of delayed tasks, runs no JavaScript. */
export const nodeRuntime: Runtime = {
  name: "node",
  executables: ["node", "nodejs"],
  role: (thread, process) =>
    thread.tid !== process.pid && (isParked(thread) || isSecond(thread, process)) ? "service" : "application",
};
