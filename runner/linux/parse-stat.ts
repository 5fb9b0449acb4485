import { readProcFile } from "./proc-file.ts";

/** What `/proc/<pid>/stat` or `/proc/<pid>/task/<tid>/stat` shows; see proc_pid_stat(5). */
export interface Stat {
  name: string;
  state: string;
  parent: number;
  group: number;
  session: number;
  cpuTicks: number;
  threads: number;
  virtualBytes: number;
  residentPages: number;
  /** Whether the process handles SIGALRM. */
  catchesAlarm: boolean;
}

/** Reads `stat` in the folder of a process or thread, such as `/proc/42`; null if it is gone. */
export function readStat(folder: string): Stat | null {
  return parseStat(readProcFile(`${folder}/stat`) ?? "");
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
    threads: field(20),
    virtualBytes: field(23),
    residentPages: field(24),
    catchesAlarm: (field(34) & SIGALRM_BIT) !== 0,
  };
}

/** The manual numbers the fields from one; the state, after the name, is the third. */
const FIRST_FIELD = 3;
const SIGALRM_BIT = 1 << 13;
