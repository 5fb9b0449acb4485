import type { Look } from "./look.ts";

/** CPU time of all processes so far, in milliseconds, to within 10 ms a thread. */
export function processorMs({ processes }: Pick<Look, "processes">): number {
  const ticks = processes.flatMap(({ threads }) => threads.map(({ cpuTicks }) => cpuTicks));
  return (ticks.reduce((sum, each) => sum + each, 0) * 1000) / ticksPerSecond;
}

/** Clock ticks of /proc in a second (USER_HZ): 100 on every Linux that Node runs on. */
export const ticksPerSecond = 100;

/** Whether a thread in this state of /proc runs, or waits for a CPU or a disk. */
export function isActive(state: string): boolean {
  return state === "R" || state === "D";
}

/** Whether a thread of the program runs, or waits for a CPU or a disk, so that the program does not idle. */
export function isHeldUp(look: Pick<Look, "processes">): boolean {
  return look.processes.some((process) => process.threads.some(({ state }) => isActive(state)));
}

/**
 * How long, in milliseconds, the program was runnable between two looks without being given a CPU: the wait of the thread that
 * waited longest. Most such waits begin and end between two looks.
 */
export function delayMs(before: Pick<Look, "processes">, now: Pick<Look, "processes">): number {
  const earlier = new Map(before.processes.flatMap(({ threads }) => threads.map((thread) => [thread.tid, thread])));
  const delays = now.processes.flatMap(({ threads }) =>
    threads.map((thread) => thread.delayedMs - (earlier.get(thread.tid)?.delayedMs ?? 0)),
  );
  return Math.max(0, ...delays);
}
