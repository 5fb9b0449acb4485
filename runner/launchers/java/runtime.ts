import type { Runtime, ThreadRole } from "../runtime.ts";

/** HotSpot, whose threads have names of which the kernel keeps 15 bytes. */
export const jvm: Runtime = {
  name: "jvm",
  executables: ["java", "javac"],
  roleByName,
  // The first thread of the launcher only waits for the one that runs main().
  role: (thread, process) => (thread.tid === process.pid ? "service" : roleByName(thread.name)),
  // It gives threads in native code, such as accept(), up to 300 ms in steps of 10 ms (HotSpot,
  // VM_Exit::wait_for_threads_in_native_to_block), and has no other timeout as short.
  ender: "VM Thread",
  // The thread that runs main() is not there yet, or all that the program had have ended.
  aloneInPassing: true,
};

function roleByName(name: string): ThreadRole {
  if (bystanders.has(name)) return "bystander";
  return services.has(name) || collectors.test(name) ? "service" : "application";
}

const bystanders = new Set([
  "VM Periodic Tas",
  "C1 CompilerThre",
  "C2 CompilerThre",
  "Monitor Deflati",
  "Sweeper thread",
]);

const services = new Set([
  "VM Thread",
  "Reference Handl",
  "Finalizer",
  "Signal Dispatch",
  "Service Thread",
  "Notification Th",
  "Common-Cleaner",
  "Attach Listener",
  "process reaper",
]);

/** Garbage collectors have threads with different and numbered names. */
const collectors = /^(G1 |GC Thread#|ParGC Thread|ZDirector|ZDriver|ZWorker|ZStat|ZUncommitter|Shenandoah)/;
