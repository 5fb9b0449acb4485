import { readdirSync, readFileSync } from "node:fs";
import { pageBytes } from "../linux/native.ts";
import { isActive, ticksPerSecond } from "../watch/processor.ts";

/** What one process uses, and to which group and session it belongs; from /proc/<pid>/stat, see proc_pid_stat(5). */
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
  const stat = read(`/proc/${pid}/stat`);
  // The name, in parentheses, may itself hold any character.
  const [state, ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  if (!state || "ZX".includes(state)) return null;
  const field = (number: number) => Number(fields[number - firstField]);
  return {
    parent: field(4),
    group: field(5),
    session: field(6),
    cpuSeconds: (field(14) + field(15)) / ticksPerSecond,
    threads: field(20),
    residentBytes: field(24) * pageBytes(),
    virtualBytes: field(23),
    running: isActive(state),
  };
}

/** Whether a thread of a process runs, or waits for a CPU or a disk. */
export function isAnyThreadActive(pid: number): boolean {
  return threadsOf(pid).some((tid) => isActive(stateIn(read(`/proc/${pid}/task/${tid}/stat`))));
}

/** Whether a process is stopped, by a signal or by a tracer. */
export function isStopped(pid: number): boolean {
  return /^[Tt]/.test(stateIn(read(`/proc/${pid}/stat`)));
}

/** Whether a process is a zombie. */
export function isDead(pid: number): boolean {
  return stateIn(read(`/proc/${pid}/stat`)) === "Z";
}

/** The session of a process or zombie. */
export function sessionOf(pid: number): number {
  const stat = read(`/proc/${pid}/stat`);
  const [_state, _parent, _group, session] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return Number(session);
}

function threadsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

function stateIn(stat: string): string {
  return stat.charAt(stat.lastIndexOf(")") + 2);
}

/** The proportional share of memory of a process (PSS), in bytes; see proc_pid_smaps(5). */
export interface Share {
  bytes: number;
  /** The part of it in files in memory, System V segments and the like; 0 on old kernels, which do not show it. */
  ofShared: number;
}

/** Reads the share of memory of a process; slow (0.1 to 1 ms). */
export function readShare(pid: number): Share {
  const rollup = read(`/proc/${pid}/smaps_rollup`);
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

/** The manual numbers the fields from one; the parent, after pid, name and state, is the fourth. */
const firstField = 4;

function read(path: string): string {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return "";
  }
}
