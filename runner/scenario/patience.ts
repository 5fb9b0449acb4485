import type { GaveUp, Waited, WaitOptions } from "../steps/scene.ts";
import type { BlockedThread } from "../watch/look.ts";
import type { Transcript } from "../wire/transcript.ts";
import { inFlight, type Observation, ticksOf, type Watcher, wantsProcessor } from "./watcher.ts";

/** How late an answer must be before the program is looked at, and how often it is then. */
const lookEveryMs = 20;
/** A program that uses less of the processor than this wakes up to look around and sleeps again: it idles. */
const workingShare = 0.25;
/** Clock ticks of /proc in a second (USER_HZ): 100 on every Linux that Node runs on. */
const ticksPerSecond = 100;

/** How long a wait may go on; every limit is measured by what the program does, but the last. */
export interface PatienceLimits {
  /** Time in which the program only waits. */
  idleMs: number;
  /** Processor time of the program. */
  processorMs: number;
  /** Wall-clock time: the outermost net, for a machine that does not let the program run. */
  wallMs: number;
  /** How much longer than on an ordinary machine to wait where the program cannot be watched. @default 1 */
  slowness?: number;
}

/**
 * Waits for what steps expect, for as long as it can still come true.
 *
 * A wait ends early with a proof that the event can never come. While the program computes or has not been given
 * the processor, its clock does not run.
 */
export class Patience {
  readonly #transcript: Transcript;
  readonly #watcher: Watcher;
  readonly #limits: PatienceLimits;
  readonly #allGone: () => boolean;
  /** Branches of the scenario that play, and those of them that only wait. */
  #playing = 1;
  #waiting = 0;

  constructor(scene: {
    transcript: Transcript;
    watcher: Watcher;
    limits: PatienceLimits;
    /** Whether programs were launched and every one of them has ended. */
    allGone: () => boolean;
  }) {
    this.#transcript = scene.transcript;
    this.#watcher = scene.watcher;
    this.#limits = scene.limits;
    this.#allGone = scene.allGone;
  }

  /** Plays branches at once and waits for all of them. */
  async together<T>(branches: readonly (() => Promise<T>)[]): Promise<T[]> {
    this.#playing += branches.length - 1;
    const outcomes = branches.map((branch) =>
      branch().finally(() => {
        this.#playing -= 1;
      }),
    );
    try {
      return await Promise.all(outcomes);
    } finally {
      await Promise.allSettled(outcomes);
      this.#playing += 1;
    }
  }

  /** While the grader's own work goes on somebody acts: that nothing comes meanwhile proves nothing. */
  async during<T>(work: Promise<T>): Promise<T> {
    this.#playing += 1;
    try {
      return await work;
    } finally {
      this.#playing -= 1;
    }
  }

  /** Waits until the condition gives a value; it is asked again after every event of the transcript. */
  async until<T>(condition: () => T | undefined, options: WaitOptions = {}): Promise<Waited<T>> {
    const found = condition();
    if (found !== undefined) return { value: found };
    this.#waiting += 1;
    try {
      return await this.#wait(condition, options);
    } finally {
      this.#waiting -= 1;
    }
  }

  /** Waits until a promise of the grader's own is settled. */
  settled<T>(promise: Promise<T>): Promise<Waited<T>> {
    let outcome: { value: T } | { fault: unknown } | undefined;
    const settle = (how: { value: T } | { fault: unknown }) => {
      outcome = how;
      this.#transcript.wake();
    };
    promise.then(
      (value) => settle({ value }),
      (fault) => settle({ fault }),
    );
    return this.until(() => {
      if (outcome && "fault" in outcome) throw outcome.fault;
      return outcome?.value;
    });
  }

  async #wait<T>(condition: () => T | undefined, options: WaitOptions): Promise<Waited<T>> {
    const limits = { ...this.#limits, ...(options.wallMs !== undefined && { wallMs: options.wallMs }) };
    const clock = new WaitClock(options.idleMs ?? limits.idleMs, limits);
    let nextLookMs = performance.now() + lookEveryMs;
    for (;;) {
      await this.#eventOr(options.pollMs ?? lookEveryMs);
      const found = condition();
      if (found !== undefined) return { value: found };
      if (performance.now() < nextLookMs) continue;
      nextLookMs = performance.now() + lookEveryMs;
      const gaveUp = this.#judge(clock);
      if (gaveUp === null) continue;
      await everythingDelivered();
      const last = condition();
      return last === undefined ? { gaveUp } : { value: last };
    }
  }

  #judge(clock: WaitClock): GaveUp | null {
    if (this.#allGone()) return clock.gaveUp("gone", []);
    const seen = this.#watcher.observe();
    if (seen === null) return clock.gaveUpForWallTime();
    const nobodyActs = this.#waiting === this.#playing;
    const nothingMoves = nobodyActs && this.#transcript.lastEventMs < seen.sinceMs && !inFlight(seen.look);
    return clock.judge(seen, nobodyActs, nothingMoves);
  }

  #eventOr(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        unsubscribe();
        resolve();
      };
      const timer = setTimeout(end, ms);
      const unsubscribe = this.#transcript.subscribe(end);
    });
  }
}

/** The clocks of one wait: they stand still while the program cannot be blamed. */
class WaitClock {
  readonly #startMs = performance.now();
  readonly #idleLimitMs: number;
  readonly #limits: PatienceLimits;
  #idleMs = 0;
  #lastMs = this.#startMs;
  #firstUsedMs: number | null = null;
  #lastUsedMs: number | null = null;

  constructor(idleLimitMs: number, limits: PatienceLimits) {
    this.#idleLimitMs = idleLimitMs;
    this.#limits = limits;
  }

  judge(seen: Observation, nobodyActs: boolean, nothingMoves: boolean): GaveUp | null {
    const { assessment, look } = seen;
    const passedMs = Math.max(0, look.atMs - Math.max(this.#lastMs, seen.sinceMs));
    this.#lastMs = Math.max(this.#lastMs, look.atMs);
    const usedMs = (ticksOf(look.processes) * 1000) / ticksPerSecond;
    this.#firstUsedMs ??= usedMs;
    if (usedMs - this.#firstUsedMs > this.#limits.processorMs) return this.gaveUp("computes", []);
    const worked = usedMs - (this.#lastUsedMs ?? 0) > passedMs * workingShare;
    this.#lastUsedMs = usedMs;
    // No process yet, or no longer, is no proof: the arena says when a program has ended and its output is complete.
    if (assessment.state === "gone") return this.gaveUpForWallTime();
    if (assessment.state === "running" && (worked || wantsProcessor(look))) return this.gaveUpForWallTime();
    const blocked = "blocked" in assessment ? assessment.blocked : [];
    if (assessment.state === "stuck" && nothingMoves) return this.gaveUp("stuck", blocked);
    if (nobodyActs) this.#idleMs += assessment.state === "unknown" ? passedMs / (this.#limits.slowness ?? 1) : passedMs;
    if (this.#idleMs > this.#idleLimitMs) return this.gaveUp("idle", blocked);
    const remainingMs = this.#idleLimitMs - this.#idleMs;
    if (assessment.state === "waiting" && nothingMoves && assessment.untilMs > look.atMs + remainingMs) {
      return this.gaveUp("late", blocked);
    }
    return this.gaveUpForWallTime();
  }

  gaveUpForWallTime(): GaveUp | null {
    return performance.now() - this.#startMs > this.#limits.wallMs ? this.gaveUp("undecided", []) : null;
  }

  gaveUp(why: GaveUp["why"], blocked: readonly BlockedThread[]): GaveUp {
    return { why, blocked, waitedMs: performance.now() - this.#startMs };
  }
}

/** Lets the event loop hand over everything that has already arrived in the kernel. */
async function everythingDelivered(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
}
