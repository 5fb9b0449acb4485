import { statSync } from "node:fs";
import { becomeUser } from "./native.ts";
import { hasRights } from "./rights.ts";

/**
 * Looks into a process with its own user's eyes where this process is root without the right to look into others
 * (CAP_SYS_PTRACE), as in a container: /proc shows the system calls, descriptors and memory of a process to its own user. What
 * `look` does must be synchronous: this thread is that user until it returns.
 */
export function asOwnerOf<T>(pid: number, look: () => T): T {
  mustChange ??= process.getuid?.() === 0 && !hasRights("ptrace") && hasRights("setUid", "setGid");
  const owner = mustChange && !isOther ? ownerOf(pid) : 0;
  if (owner === 0) return look();
  isOther = true;
  becomeUser(owner);
  try {
    return look();
  } finally {
    becomeUser(0);
    isOther = false;
  }
}

let mustChange: boolean | undefined;
/** A look may contain another one. */
let isOther = false;

function ownerOf(pid: number): number {
  return statSync(`/proc/${pid}`, { throwIfNoEntry: false })?.uid ?? 0;
}
