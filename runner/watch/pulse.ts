import { parseStat } from "../linux/parse-stat.ts";
import { parseSchedstat, parseStatusSwitches } from "../linux/parse-switches.ts";
import { listNumbers, readProcFile } from "../linux/proc-file.ts";
import { isActive } from "./processor.ts";
import { endsRuntime, isBystander } from "./runtimes.ts";

/** A quick look at some processes, a fifth of the price of `takeProcesses`: whether they sleep, not where. */
export interface Pulse {
  /** CPU time of all threads so far, in clock ticks. */
  cpuTicks: number;
  /** How often each thread, named by its folder, was given the processor; null while one of them runs or wants to. */
  turns: ReadonlyMap<string, number> | null;
  /** The threads among them that end a runtime. */
  enders: readonly string[];
}

/** Feels the pulse of every thread of the processes, synchronously, but of those that are gone and of mere bystanders. */
export function takePulse(pids: readonly number[]): Pulse {
  const turns = new Map<string, number>();
  const enders: string[] = [];
  let cpuTicks = 0;
  let isAwake = false;
  for (const folder of pids.flatMap(threadFolders)) {
    const stat = parseStat(readProcFile(`${folder}/stat`) ?? "");
    if (stat === null || stat.state === "Z" || stat.state === "X") continue;
    if (isBystander(stat.name)) continue;
    cpuTicks += stat.cpuTicks;
    // A tracer stops a thread (t) on its way through a call.
    if (isActive(stat.state) || stat.state === "t") isAwake = true;
    if (endsRuntime(stat.name)) enders.push(folder);
    turns.set(folder, turnsOf(folder));
  }
  return { cpuTicks, turns: isAwake ? null : turns, enders };
}

/**
 * Whether nobody has been given the processor since the pulse was taken. Threads are read one after the other; one whose count is
 * the same afterwards slept all the time between, so that at some moment all of them did.
 */
export function sleptOn({ turns }: Pulse): boolean {
  return turns !== null && [...turns].every(([folder, count]) => turnsOf(folder) === count);
}

function threadFolders(pid: number): string[] {
  return (listNumbers(`/proc/${pid}/task`) ?? []).map((tid) => `/proc/${pid}/task/${tid}`);
}

/** −1 for a thread that has ended: it moved. */
function turnsOf(folder: string): number {
  const turns = parseSchedstat(readProcFile(`${folder}/schedstat`) ?? "");
  return turns?.count ?? parseStatusSwitches(readProcFile(`${folder}/status`) ?? "") ?? -1;
}
