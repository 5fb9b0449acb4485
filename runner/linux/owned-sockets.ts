import { readdirSync, readlinkSync } from "node:fs";
import { asOwnerOf } from "./as-owner.ts";
import { socketInode } from "./socket-sample.ts";

/** The inodes of all sockets that the processes hold open. */
export function socketInodes(pids: readonly (number | "self")[]): Set<number> {
  return new Set(
    pids.flatMap((pid) => asReader(pid, () => descriptorsOf(pid).flatMap((descriptor) => inodeOf(pid, descriptor)))),
  );
}

/** The descriptor of a process that refers to the socket with that inode; undefined if it has none. */
export function descriptorOf(pid: number, inode: number): number | undefined {
  const found = asReader(pid, () => descriptorsOf(pid).find((descriptor) => inodeOf(pid, descriptor).includes(inode)));
  return found === undefined ? undefined : Number(found);
}

function asReader<T>(pid: number | "self", look: () => T): T {
  return pid === "self" ? look() : asOwnerOf(pid, look);
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
    const inode = socketInode(readlinkSync(`/proc/${pid}/fd/${descriptor}`));
    return inode === null ? [] : [inode];
  } catch {
    return [];
  }
}
