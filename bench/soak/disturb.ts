import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";

/** How long a process is held up at a time, and how long all then run, at most, in milliseconds. */
const longestStopMs = 60;
const longestGapMs = 40;

/**
 * Does the work while one process after another below this one is stopped for a moment: the grader's workers, which delays
 * their steps, and the programs that they have started, at their start as later. A seed draws which, when and for how long.
 */
export async function withStops<T>(seed: number, work: () => Promise<T>): Promise<T> {
  const draw = drawsFrom(seed);
  let isOver = false;
  const stopping = (async () => {
    while (!isOver) {
      await delay(draw() * longestGapMs);
      const all = descendants(process.pid);
      await holdUp(all[Math.floor(draw() * all.length)], draw() * longestStopMs);
    }
  })();
  try {
    return await work();
  } finally {
    isOver = true;
    await stopping;
  }
}

async function holdUp(pid: number | undefined, ms: number): Promise<void> {
  if (pid === undefined || !send(pid, "SIGSTOP")) return;
  await delay(ms);
  send(pid, "SIGCONT");
}

function send(pid: number, signal: "SIGSTOP" | "SIGCONT"): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

/** All processes below one, by what /proc says at this moment. */
function descendants(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync("/proc")) {
    const parent = /^\d+$/.test(name) ? parentOf(name) : null;
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const below = (pid: number): number[] => (children.get(pid) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(root).filter((pid) => !isLauncher(pid));
}

/** The first ancestor of a program: one that is found stopped was traced by its program, which is ended for it. */
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
    // The name in parentheses may hold anything, a parenthesis too.
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
