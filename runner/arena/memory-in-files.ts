import { readFileSync, statfsSync } from "node:fs";

/** Bytes used by the in-memory file systems at these paths, as the process sees them, including the kernel's memory for each file. */
export function bytesInFolders(pid: number, folders: readonly string[]): number {
  return folders.reduce((sum, folder) => sum + bytesIn(`/proc/${pid}/root${folder}`), 0);
}

/** Bytes in the System V segments and message queues of this process's IPC namespace; see proc_sysvipc(5). */
export function bytesInQueuesAndSegments(): number {
  const residentColumn = 14;
  const queuedColumn = 3;
  return total("/proc/sysvipc/shm", residentColumn) + total("/proc/sysvipc/msg", queuedColumn);
}

function bytesIn(path: string): number {
  try {
    const { type, bsize, blocks, bfree, files, ffree } = statfsSync(path);
    return type === tmpfsMagic ? (blocks - bfree) * bsize + (files - ffree) * bytesPerFile : 0;
  } catch {
    return 0;
  }
}

/** See statfs(2). */
const tmpfsMagic = 0x0102_1994;
/** An inode with its name. */
const bytesPerFile = 1_024;

function total(table: string, column: number): number {
  try {
    const [, ...lines] = readFileSync(table, "latin1").trim().split("\n");
    return lines.reduce((sum, line) => sum + Number(line.trim().split(/\s+/)[column] ?? 0), 0);
  } catch {
    return 0;
  }
}
