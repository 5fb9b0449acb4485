import type { Limits } from "./arena.ts";
import { isAnyThreadActive, type Usage } from "./usage.ts";

/** What all processes of a program did since it began, as far as it was seen. */
export class Activity {
  readonly #limits: Limits;
  /** Processor seconds by pid; those of processes that have ended stay. */
  readonly #used = new Map<number, number>();
  #sum = 0;
  #activeMs = performance.now();

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  add(pid: number, { cpuSeconds, running }: Usage): void {
    const more = cpuSeconds - (this.#used.get(pid) ?? 0);
    // A pid may have gone to another process meanwhile.
    this.#sum += more >= 0 ? more : cpuSeconds;
    this.#used.set(pid, cpuSeconds);
    if (more !== 0 || running || this.#isStarved(pid)) this.#activeMs = performance.now();
  }

  /** Who wants the processor and is not given it does not idle. */
  #isStarved(pid: number): boolean {
    return this.#limits.idleSeconds !== undefined && isAnyThreadActive(pid);
  }

  exceeded(): "cpu" | "idle" | null {
    const { allCpuSeconds, idleSeconds } = this.#limits;
    if (allCpuSeconds !== undefined && this.#sum >= allCpuSeconds) return "cpu";
    return idleSeconds !== undefined && performance.now() - this.#activeMs >= idleSeconds * 1000 ? "idle" : null;
  }
}
