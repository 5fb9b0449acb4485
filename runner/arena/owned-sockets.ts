import { readdirSync, readlinkSync } from "node:fs";

/** The inodes of all sockets that the processes hold open. */
export function socketInodes(pids: readonly (number | "self")[]): Set<number> {
  return new Set(pids.flatMap((pid) => descriptorsOf(pid).flatMap((descriptor) => inodeOf(pid, descriptor))));
}

function descriptorsOf(pid: number | "self"): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`);
  } catch {
    return [];
  }
}

function inodeOf(pid: number | "self", descriptor: string): number[] {
  try {
    const inode = /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${descriptor}`))?.[1];
    return inode === undefined ? [] : [Number(inode)];
  } catch {
    return [];
  }
}
