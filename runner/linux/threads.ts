import { readStat } from "./parse-stat.ts";
import { listNumbers } from "./proc-file.ts";

/** The threads of a process, by their ids; empty when it is gone. Most processes have one, which need not be listed. */
export function threadsOf(pid: number): number[] {
  return readStat(`/proc/${pid}`)?.threads === 1 ? [pid] : (listNumbers(`/proc/${pid}/task`) ?? []);
}
