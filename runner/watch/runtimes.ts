import type { ProcessSample, Runtime, ThreadSample } from "./look.ts";

/**
 * What a thread is to the program. `application`: its work; everything about it counts. `service`: the runtime's own
 * part of that work (collector, idle pool); it counts when it moves, but its time-outs lead to nothing. `bystander`:
 * wakes by the clock or works in the background, and counts only at the moments in which it is seen at work.
 */
export type ThreadRole = "application" | "service" | "bystander";

/** The role of a thread in its process. */
export function threadRole(process: ProcessSample, thread: ThreadSample): ThreadRole {
  if (thread.name.startsWith(KERNEL_WORKER)) return "bystander";
  switch (process.runtime) {
    case "native":
      return "application";
    case "jvm":
      // The first thread of the launcher only waits for the one that runs main().
      return thread.tid === process.pid ? "service" : jvmRole(thread.name);
    case "go":
      return isParked(thread) || isGoMonitor(process, thread) ? "service" : "application";
    case "node":
      return thread.tid !== process.pid && (isParked(thread) || isSecond(process, thread)) ? "service" : "application";
  }
}

/**
 * True for threads whose call need not be read, known by name alone: the JVM has more of them than the program has
 * threads, and a look should cost little.
 */
export function isHousekeeping(runtime: Runtime, name: string): boolean {
  return runtime === "jvm" && jvmRole(name) !== "application";
}

/** True for threads that wake by the clock or work in the background beside any program, known by name alone. */
export function isBystander(name: string): boolean {
  return JVM_BYSTANDERS.includes(name) || name.startsWith(KERNEL_WORKER);
}

/**
 * True for the thread that ends a JVM. It lets threads in native code, such as accept(), have up to 300 ms in steps of 10 ms first
 * (HotSpot, VM_Exit::wait_for_threads_in_native_to_block), and has no other clock as short.
 */
export function endsRuntime(name: string): boolean {
  return name === "VM Thread";
}

/** Recognises runtimes whose executable file bears their name; null where its contents must tell. */
export function runtimeByName(executable: string): Runtime | null {
  if (executable === "java" || executable === "javac") return "jvm";
  if (executable === "node" || executable === "nodejs") return "node";
  return executable.startsWith("python") ? "native" : null;
}

/** Recognises the runtime by the first 4 KiB of the executable file. */
export function runtimeByContents(head: Buffer | null): Runtime {
  return head?.includes(GO_NOTE) ? "go" : "native";
}

/** io_uring's threads live in the process but in the kernel only. */
const KERNEL_WORKER = "iou-";

/** The ELF note in which the Go linker leaves its build id: owner "Go", type 4. */
const GO_NOTE = Buffer.from("Go\0\0", "latin1");

/** HotSpot's thread names, as far as the kernel keeps them (15 bytes). */
const JVM_BYSTANDERS = ["VM Periodic Tas", "C1 CompilerThre", "C2 CompilerThre", "Monitor Deflati", "Sweeper thread"];
const JVM_SERVICES = [
  "VM Thread",
  "Reference Handl",
  "Finalizer",
  "Signal Dispatch",
  "Service Thread",
  "Notification Th",
  "Common-Cleaner",
  "Attach Listener",
  "process reaper",
];
/** Collectors number and vary the names of theirs. */
const JVM_COLLECTOR = /^(G1 |GC Thread#|ParGC Thread|ZDirector|ZDriver|ZWorker|ZStat|ZUncommitter|Shenandoah)/;

function jvmRole(name: string): ThreadRole {
  if (JVM_BYSTANDERS.includes(name)) return "bystander";
  return JVM_SERVICES.includes(name) || JVM_COLLECTOR.test(name) ? "service" : "application";
}

/** Waits for work in a pool: Go's idle threads, V8's and libuv's workers. Neither keeps an application's wait there. */
function isParked(thread: ThreadSample): boolean {
  return thread.call?.name === "futex" && thread.call.limit === "never";
}

/**
 * Go's sysmon is the first thread that the runtime starts. It sleeps in a timed futex once every processor is idle; the
 * application's own timers show in epoll_pwait. While it still sleeps by nanosleep, it may hand out work: it counts.
 */
function isGoMonitor(process: ProcessSample, thread: ThreadSample): boolean {
  return isSecond(process, thread) && thread.call?.name === "futex";
}

/** In Node the second thread is V8's delayed-task scheduler: it runs no JavaScript. */
function isSecond(process: ProcessSample, thread: ThreadSample): boolean {
  return (
    thread.tid !== process.pid && process.threads.every((other) => other.tid === process.pid || other.tid >= thread.tid)
  );
}
