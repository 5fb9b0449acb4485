import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { socketTimeoutMs } from "../../runner/linux/socket-timeouts.ts";
import { SYSTEM_CALLS, type SystemCall } from "../../runner/linux/system-calls.ts";
import { takeProcesses } from "../../runner/watch/take-look.ts";

/** Longest time for which a process is stopped, and for which all then run, in milliseconds. */
const longestStopMs = 60;
const longestGapMs = 40;

/**
 * Runs `work` while one descendant process after another is stopped for a moment: the grader's workers, which delays
 * their steps, and the programs that they have started, also while they start. The seed decides which, when and for how
 * long. `work` is told how often a process was stopped for so long that what ended meanwhile proves nothing.
 */
export async function withStops<T>(seed: number, work: (tooLong: () => number) => Promise<T>): Promise<T> {
  const draw = drawsFrom(seed);
  let isOver = false;
  let tooLong = 0;
  let held: number | undefined;
  // Processes that are stopped when this process is told to end would stay stopped, and could not end either.
  const letGo = () => {
    isOver = true;
    if (held !== undefined) send(held, "SIGCONT");
  };
  for (const end of endings) process.prependListener(end, letGo);
  const stopping = (async () => {
    while (!isOver) {
      await delay(draw() * longestGapMs);
      const all = descendants(process.pid);
      held = isOver ? undefined : all[Math.floor(draw() * all.length)];
      if ((await holdUp(held, draw() * longestStopMs)) > longestHarmlessMs) tooLong += 1;
      held = undefined;
    }
  })();
  try {
    return await work(() => tooLong);
  } finally {
    isOver = true;
    await stopping;
    for (const end of endings) process.off(end, letGo);
  }
}

const endings = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Stops a process for a moment and returns for how many milliseconds it was stopped in the end. */
async function holdUp(pid: number | undefined, ms: number): Promise<number> {
  if (pid === undefined || failsWhenStopped(pid) || !send(pid, "SIGSTOP")) return 0;
  const beganMs = performance.now();
  await delay(ms);
  send(pid, "SIGCONT");
  return performance.now() - beganMs;
}

/**
 * Whether a thread waits in a call that ends with EINTR when its process is stopped and continued: on a socket with a
 * timeout (signal(7)). No load does that to a program, which is right to take it for an error.
 */
function failsWhenStopped(pid: number): boolean {
  return takeProcesses([pid]).some(({ threads }) =>
    threads.some(({ call }) => {
      const [descriptor] = call?.descriptors ?? [];
      const which = (SYSTEM_CALLS as Record<string, SystemCall>)[call?.name ?? ""]?.socketLimit;
      return descriptor !== undefined && which !== undefined && socketTimeoutMs(pid, descriptor, which) !== null;
    }),
  );
}

/** A program that is stopped for a second counts as stopped for good; this machine was too busy to continue it in time. */
const longestHarmlessMs = 900;

function send(pid: number, signal: "SIGSTOP" | "SIGCONT"): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

/** All present descendants of a process, from /proc. */
function descendants(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync("/proc")) {
    const parent = /^\d+$/.test(name) ? parentOf(name) : null;
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const below = (pid: number): number[] => (children.get(pid) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(root).filter((pid) => !isLauncher(pid));
}

/**
 * Whether a process is the launcher of a program. It must not be stopped: a stopped launcher means that its program
 * traces it, for which the program is killed.
 */
function isLauncher(pid: number): boolean {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "latin1");
    return /^NSpid:.*\t1$/m.test(status) || /^Name:\tlaunch$/m.test(status);
  } catch {
    return true;
  }
}

function parentOf(pid: string): number | null {
  try {
    // The name in parentheses may contain anything, also a parenthesis.
    const afterName = readFileSync(`/proc/${pid}/stat`, "latin1").split(") ").at(-1);
    return Number(afterName?.split(" ")[1]);
  } catch {
    return null;
  }
}

/** Numbers from 0 to 1, the same for the same seed: a linear congruential generator with the constants of Numerical Recipes. */
export function drawsFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
