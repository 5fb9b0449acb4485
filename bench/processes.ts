import { readdirSync, readFileSync } from "node:fs";

/** Whether this is one of wirecheck's grading workers. */
export function isWorker(pid: number): boolean {
  return readProc(pid, "cmdline").includes("worker.js");
}

/** Peak memory of a process so far, in KiB; 0 when it is gone. */
export function peakMemoryKiB(pid: number): number {
  return Number(readProc(pid, "status").match(/^VmHWM:\s*(\d+) kB$/m)?.[1] ?? 0);
}

/**
 * Command lines of all processes related to a folder: by their arguments, their environment, or their mounts, which
 * nothing in a sandbox can hide.
 */
export function processesOf(folder: string): string[] {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  return pids
    .map(Number)
    .filter((pid) => ["cmdline", "environ", "mountinfo"].some((file) => readProc(pid, file).includes(folder)))
    .map((pid) => `${pid} ${readProc(pid, "cmdline").replaceAll("\0", " ")}`);
}

/** A file of a process in /proc; empty when the process is gone. */
function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "latin1");
  } catch {
    return "";
  }
}
