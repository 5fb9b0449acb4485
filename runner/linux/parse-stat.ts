import { rereadProcFile } from "./reread-proc-file.ts";

/** What `/proc/<pid>/stat` or `/proc/<pid>/task/<tid>/stat` shows; see proc_pid_stat(5). */
export interface Stat {
  name: string;
  state: string;
  parent: number;
  group: number;
  session: number;
  cpuTicks: number;
  /** CPU time of the children that the process has reaped, and of those that they had reaped. */
  reapedTicks: number;
  threads: number;
  virtualBytes: number;
  residentPages: number;
  /** Whether the process handles SIGALRM. */
  catchesAlarm: boolean;
}

/** Reads `stat` in the folder of a process or thread, such as `/proc/42`; null if it is gone. */
export function readStat(folder: string): Stat | null {
  return parseStat(rereadProcFile(`${folder}/stat`) ?? "");
}

/** CPU time of these processes so far, in clock ticks, with that of their ended threads and of the children that they have reaped. */
export function ticksOf(pids: readonly number[]): number {
  const stats = pids.map((pid) => readStat(`/proc/${pid}`)).filter((stat) => stat !== null);
  return stats.reduce((sum, { cpuTicks, reapedTicks }) => sum + cpuTicks + reapedTicks, 0);
}

/** Parses a line of `stat`; null when it is not one. */
export function parseStat(line: string): Stat | null {
  const open = line.indexOf("(");
  // The name may itself hold parentheses and spaces; no later field does.
  const close = line.lastIndexOf(")");
  if (open < 0 || close < open) return null;
  const fields = line.slice(close + 2).split(" ");
  const field = (number: number) => Number(fields[number - FIRST_FIELD]);
  return {
    name: line.slice(open + 1, close),
    state: fields[0] ?? "?",
    parent: field(4),
    group: field(5),
    session: field(6),
    cpuTicks: field(14) + field(15),
    reapedTicks: field(16) + field(17),
    threads: field(20),
    virtualBytes: field(23),
    residentPages: field(24),
    catchesAlarm: (field(34) & SIGALRM_BIT) !== 0,
  };
}

/** The manual numbers the fields from one; the state, after the name, is the third. */
const FIRST_FIELD = 3;
const SIGALRM_BIT = 1 << 13;
