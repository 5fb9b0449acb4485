import { statSync } from "node:fs";
import { becomeUser } from "./native.ts";
import { hasRights } from "./rights.ts";

/**
 * Calls `look`, as the user of a process if this process is root but may not inspect the processes of other users (it lacks
 * CAP_SYS_PTRACE, as in a container): /proc shows the system calls, descriptors and memory of a process to its own user. `look`
 * must be synchronous: this thread has that user's id until it returns.
 */
export function asOwnerOf<T>(pid: number, look: () => T): T {
  mustChange ??= process.getuid?.() === 0 && !hasRights("ptrace") && hasRights("setUid", "setGid");
  const owner = mustChange && !hasChanged ? ownerOf(pid) : 0;
  if (owner === 0) return look();
  hasChanged = true;
  becomeUser(owner);
  try {
    return look();
  } finally {
    becomeUser(0);
    hasChanged = false;
  }
}

let mustChange: boolean | undefined;
/** `look` may call `asOwnerOf` again. */
let hasChanged = false;

function ownerOf(pid: number): number {
  return statSync(`/proc/${pid}`, { throwIfNoEntry: false })?.uid ?? 0;
}
