import { parseSyscall } from "./parse-syscall.ts";
import { readProcFile } from "./proc-file.ts";
import { systemCallName } from "./system-calls.ts";

/** Calls in which a parent waits for its child, and which the kernel shows as it shows waiting for a disk. */
const untilChildGoesOn: ReadonlySet<string | null> = new Set(["vfork", "clone", "clone3"]);

/**
 * The state of a thread, whose folder in /proc is given: S instead of D if it waits for a child of vfork(), which may last for ever,
 * or if it cannot be seen what it waits for.
 */
export function shownState(state: string, folder: string): string {
  if (state !== "D") return state;
  const text = readProcFile(`${folder}/syscall`);
  if (text === null) return "S";
  const call = parseSyscall(text);
  return call !== null && untilChildGoesOn.has(systemCallName(call.number, process.arch)) ? "S" : state;
}
