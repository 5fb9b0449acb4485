import type { Limits } from "./launch-options.ts";
import { isAnyThreadActive, type Usage } from "./usage.ts";

/** The CPU time and idle time of a program's processes since its launch, as far as samples show them. */
export class Activity {
  readonly #limits: Limits;
  /** CPU seconds by pid, those of ended processes included. */
  readonly #used = new Map<number, number>();
  #sum = 0;
  #lookedMs = performance.now();
  #idleMs = 0;
  #idleInAllMs = 0;
  #idles = false;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** Adds one sample of all living processes; an empty one means that the program has not started or has not been reaped yet. */
  look(usages: ReadonlyMap<number, Usage>): void {
    this.#idles = usages.size > 0;
    for (const [pid, usage] of usages) this.#add(pid, usage);
    const nowMs = performance.now();
    // A late sample does not show that nothing happened in between.
    const stepMs = Math.min(nowMs - this.#lookedMs, longestStepMs);
    this.#idleMs = this.#idles ? this.#idleMs + stepMs : 0;
    if (this.#idles) this.#idleInAllMs += stepMs;
    this.#lookedMs = nowMs;
  }

  exceeded(): "cpu" | "idle" | null {
    const { allCpuSeconds, idleSeconds } = this.#limits;
    if (allCpuSeconds !== undefined && this.#sum >= allCpuSeconds) return "cpu";
    if (idleSeconds === undefined) return null;
    const isIdle = this.#idleMs >= idleSeconds * 1000 || this.#idleInAllMs >= mostIdleTimes * idleSeconds * 1000;
    return isIdle ? "idle" : null;
  }

  #add(pid: number, { cpuSeconds, running }: Usage): void {
    const more = cpuSeconds - (this.#used.get(pid) ?? 0);
    // The pid may be that of another process by now.
    this.#sum += more >= 0 ? more : cpuSeconds;
    this.#used.set(pid, cpuSeconds);
    if (more !== 0 || running || this.#isStarved(pid)) this.#idles = false;
  }

  /** A runnable process that is not given a CPU does not idle. */
  #isStarved(pid: number): boolean {
    return this.#limits.idleSeconds !== undefined && isAnyThreadActive(pid);
  }
}

const longestStepMs = 200;

/** How many times `idleSeconds` all idle times together may last: a program that only wakes for moments will not end either. */
const mostIdleTimes = 3;
