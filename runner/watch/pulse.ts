import { readStat } from "../linux/parse-stat.ts";
import { parseSchedstat, parseStatusSwitches } from "../linux/parse-switches.ts";
import { readProcFile } from "../linux/proc-file.ts";
import { rereadProcFile } from "../linux/reread-proc-file.ts";
import { shownState } from "../linux/shown-state.ts";
import { threadsOf } from "../linux/threads.ts";
import { isActive } from "./processor.ts";
import { endsRuntime, isBystander } from "./runtimes.ts";

/** A quick look at some processes, at a fifth of the cost of `takeProcesses`: it shows whether they sleep, not in which calls. */
export interface Pulse {
  /** CPU time of all processes so far, in clock ticks, with that of the children that they have reaped. */
  cpuTicks: number;
  /** How often each thread, by its folder in /proc, has been scheduled; null while one of them runs or is runnable. */
  turns: ReadonlyMap<string, number> | null;
  /** Whether a signal has stopped one of them: then it sleeps, but goes on when it is continued. */
  isStopped: boolean;
  /** The threads that shut down a runtime, by their folders. */
  enders: readonly string[];
}

/** Takes a quick look at every thread of the processes, synchronously; threads that are gone, or that only wake by the clock, are left out. */
export function takePulse(pids: readonly number[]): Pulse {
  const pulses = pids.map(pulseOf);
  return {
    cpuTicks: pulses.reduce((sum, { cpuTicks }) => sum + cpuTicks, 0),
    turns: pulses.some(({ isAwake }) => isAwake) ? null : new Map(pulses.flatMap(({ turns }) => turns)),
    isStopped: pulses.some(({ isStopped }) => isStopped),
    enders: pulses.flatMap(({ enders }) => enders),
  };
}

function pulseOf(pid: number) {
  const turns: [folder: string, count: number][] = [];
  const enders: string[] = [];
  let threadTicks = 0;
  let [isAwake, isStopped, hasBystanders] = [false, false, false];
  for (const folder of threadFolders(pid)) {
    const stat = readStat(folder);
    if (stat === null || stat.state === "Z" || stat.state === "X") continue;
    if (isBystander(stat.name)) {
      hasBystanders = true;
      continue;
    }
    threadTicks += stat.cpuTicks;
    if (isUp(stat.state, folder)) isAwake = true;
    if (stat.state === "T") isStopped = true;
    if (endsRuntime(stat.name)) enders.push(folder);
    turns.push([folder, turnsOf(folder)]);
  }
  const whole = readStat(`/proc/${pid}`);
  // What threads used that have ended cannot be told from what bystanders use.
  const ownTicks = hasBystanders ? threadTicks : (whole?.cpuTicks ?? threadTicks);
  return { cpuTicks: ownTicks + (whole?.reapedTicks ?? 0), turns, isAwake, isStopped, enders };
}

/**
 * Whether no thread has been scheduled since the pulse was taken, nor woken: on a busy machine one that was woken may wait long for a
 * processor. Threads are read one after another; one whose count is still the same slept in between, so that there was a moment at which
 * all of them slept.
 */
export function hasSleptSince({ turns }: Pulse): boolean {
  if (turns === null) return false;
  return [...turns].every(([folder, count]) => {
    const stat = readStat(folder);
    return stat !== null && !isUp(stat.state, folder) && turnsOf(folder) === count;
  });
}

/** Whether a thread runs or is about to. A tracer stops one (t) on its way through a call. */
function isUp(state: string, folder: string): boolean {
  return state === "t" || isActive(shownState(state, folder));
}

function threadFolders(pid: number): string[] {
  return threadsOf(pid).map((tid) => `/proc/${pid}/task/${tid}`);
}

/** The count of a thread; −1 if it has ended, which counts as a change. */
function turnsOf(folder: string): number {
  const turns = parseSchedstat(rereadProcFile(`${folder}/schedstat`) ?? "");
  return turns?.count ?? parseStatusSwitches(readProcFile(`${folder}/status`) ?? "") ?? -1;
}
