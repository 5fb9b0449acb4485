import type { Runtime, ThreadRole } from "../launchers/runtime.ts";
import { runtimes } from "../launchers/runtimes.ts";
import type { ProcessSample, ThreadSample } from "../linux/process-sample.ts";

/** The role of a thread in its process. */
export function threadRole(process: ProcessSample, thread: ThreadSample): ThreadRole {
  if (isOfKernel(thread.name)) return "bystander";
  return runtimeNamed(process.runtime)?.role(thread, process) ?? "application";
}

/** Whether a process is starting or ending, because it has threads of its runtime alone. */
export function startsOrEnds(process: ProcessSample): boolean {
  if (!runtimeNamed(process.runtime)?.aloneInPassing) return false;
  return process.threads.every((thread) => threadRole(process, thread) !== "application");
}

/** True for threads whose call need not be read: their name alone tells that they are not the program's own. */
export function isHousekeeping(runtime: Runtime | undefined, name: string): boolean {
  return (runtime?.roleByName?.(name) ?? "application") !== "application";
}

/** True for threads of the runtime that wake by the clock or work in the background, known by their names. */
export function isBystander(name: string): boolean {
  return isOfKernel(name) || runtimes.some(({ roleByName }) => roleByName?.(name) === "bystander");
}

/** True for the thread that shuts down the runtime. */
export function endsRuntime(name: string): boolean {
  return runtimes.some(({ ender }) => ender === name);
}

/**
 * The runtime of a process; undefined when all threads are the program's own.
 *
 * @param readHead Reads the first 4 KiB of the executable file, where its name does not tell.
 */
export function runtimeOf(executable: string, readHead: () => Buffer | null): Runtime | undefined {
  const named = runtimes.find(({ executables }) => executables?.includes(executable));
  // Interpreters without threads of their own start often: their files need not be read.
  if (named || executable.startsWith("python")) return named;
  const head = readHead();
  return runtimes.find(({ mark }) => mark !== undefined && head?.includes(mark));
}

function runtimeNamed(name: string): Runtime | undefined {
  return runtimes.find((runtime) => runtime.name === name);
}

/** Threads of io_uring belong to the process, but run only in the kernel. */
function isOfKernel(name: string): boolean {
  return name.startsWith("iou-");
}
