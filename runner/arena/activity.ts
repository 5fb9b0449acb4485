import type { Limits } from "./arena.ts";
import { isAnyThreadActive, type Usage } from "./usage.ts";

/** What all processes of a program did since it began, as far as looks at it show. */
export class Activity {
  readonly #limits: Limits;
  /** Processor seconds by pid; those of processes that have ended stay. */
  readonly #used = new Map<number, number>();
  #sum = 0;
  #lookedMs = performance.now();
  #idleMs = 0;
  #idles = false;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** Takes in one look at all processes that are alive; where there is none, the program has yet to begin or to be collected. */
  look(usages: ReadonlyMap<number, Usage>): void {
    this.#idles = usages.size > 0;
    for (const [pid, usage] of usages) this.#add(pid, usage);
    const nowMs = performance.now();
    // Who looks late has not seen that nothing happened meanwhile.
    this.#idleMs = this.#idles ? this.#idleMs + Math.min(nowMs - this.#lookedMs, longestStepMs) : 0;
    this.#lookedMs = nowMs;
  }

  exceeded(): "cpu" | "idle" | null {
    const { allCpuSeconds, idleSeconds } = this.#limits;
    if (allCpuSeconds !== undefined && this.#sum >= allCpuSeconds) return "cpu";
    return idleSeconds !== undefined && this.#idleMs >= idleSeconds * 1000 ? "idle" : null;
  }

  #add(pid: number, { cpuSeconds, running }: Usage): void {
    const more = cpuSeconds - (this.#used.get(pid) ?? 0);
    // A pid may have gone to another process meanwhile.
    this.#sum += more >= 0 ? more : cpuSeconds;
    this.#used.set(pid, cpuSeconds);
    if (more !== 0 || running || this.#isStarved(pid)) this.#idles = false;
  }

  /** Who wants the processor and is not given it does not idle. */
  #isStarved(pid: number): boolean {
    return this.#limits.idleSeconds !== undefined && isAnyThreadActive(pid);
  }
}

const longestStepMs = 200;
