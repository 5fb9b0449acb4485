import { readFileSync } from "node:fs";
import { pageBytes } from "../linux/native.ts";
import { readStat } from "../linux/parse-stat.ts";
import { shownState } from "../linux/shown-state.ts";
import { threadsOf } from "../linux/threads.ts";
import { isActive, ticksPerSecond } from "../watch/processor.ts";

/** What one process uses, and to which group and session it belongs. */
export interface Usage {
  parent: number;
  group: number;
  session: number;
  cpuSeconds: number;
  threads: number;
  residentBytes: number;
  virtualBytes: number;
  /** Whether its main thread runs, or waits for a CPU or a disk. */
  running: boolean;
}

/** Reads one process; null when it is gone or is a zombie. */
export function readUsage(pid: number): Usage | null {
  const stat = readStat(`/proc/${pid}`);
  if (stat === null || "ZX".includes(stat.state)) return null;
  const { parent, group, session, threads, virtualBytes } = stat;
  return {
    ...{ parent, group, session, threads, virtualBytes },
    cpuSeconds: stat.cpuTicks / ticksPerSecond,
    residentBytes: stat.residentPages * pageBytes(),
    running: isActive(shownState(stat.state, `/proc/${pid}`)),
  };
}

/** How many threads the kernel counts for these processes against the limit of their user; a zombie counts until it is reaped. */
export function tasksOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + (readUsage(pid)?.threads ?? 1), 0);
}

/** Whether a thread of a process runs, or waits for a CPU or a disk. */
export function isAnyThreadActive(pid: number): boolean {
  return threadsOf(pid).some((tid) => {
    const folder = `/proc/${pid}/task/${tid}`;
    return isActive(shownState(readStat(folder)?.state ?? "", folder));
  });
}

/** Whether a thread of a process is in a state in which only SIGKILL reaches it. */
export function isAnyThreadUnstoppable(pid: number): boolean {
  return threadsOf(pid).some((tid) => readStat(`/proc/${pid}/task/${tid}`)?.state === "D");
}

/** Whether a process is stopped, by a signal or by a tracer. */
export function isStopped(pid: number): boolean {
  return /^[Tt]/.test(readStat(`/proc/${pid}`)?.state ?? "");
}

/** Whether a process is a zombie. */
export function isDead(pid: number): boolean {
  return readStat(`/proc/${pid}`)?.state === "Z";
}

/** The proportional share of memory of a process (PSS), in bytes; see proc_pid_smaps(5). */
export interface Share {
  bytes: number;
  /** The part of it in files in memory, System V segments and the like; 0 on old kernels, which do not show it. */
  ofShared: number;
}

/** Reads the share of memory of a process; null if this user may not. Slow (0.1 to 1 ms). */
export function readShare(pid: number): Share | null {
  const rollup = read(`/proc/${pid}/smaps_rollup`);
  if (rollup === "") return null;
  const kibibytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(rollup)?.[1] ?? 0);
  return { bytes: kibibytes("Pss") * 1024, ofShared: kibibytes("Pss_Shmem") * 1024 };
}

/**
 * Bytes of anonymous memory that a process shares with its children, by inode. All mapped bytes count, because pages stay in use
 * after the processes that wrote them have ended. Slow (0.1 to 1 ms); see proc_pid_maps(5).
 */
export function sharedMappings(pid: number): Map<string, number> {
  const found = new Map<string, number>();
  for (const line of read(`/proc/${pid}/maps`).split("\n")) {
    const [, first, end, inode = ""] = /^(\w+)-(\w+) ...s \w+ \S+ (\d+) +\/dev\/zero \(deleted\)$/.exec(line) ?? [];
    if (first === undefined || end === undefined) continue;
    const bytes = Number.parseInt(end, 16) - Number.parseInt(first, 16);
    found.set(inode, (found.get(inode) ?? 0) + bytes);
  }
  return found;
}

/** Bytes that a process and its reaped children wrote to disks; see proc_pid_io(5). */
export function bytesWritten(pid: number): number {
  const io = read(`/proc/${pid}/io`);
  const count = (name: string) => Number(new RegExp(`^${name}: (\\d+)`, "m").exec(io)?.[1] ?? 0);
  return count("write_bytes") - count("cancelled_write_bytes");
}

function read(path: string): string {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return "";
  }
}
