import type { GaveUp } from "../steps/step-context.ts";
import type { BlockedThread, Look } from "../watch/look.ts";
import { delayMs, isHeldUp } from "../watch/processor.ts";
import { ProcessorMeter } from "../watch/processor-meter.ts";
import type { Observation } from "./watcher.ts";

/** The limits of a wait. All but `wallMs` are measured by what the program does. */
export interface PatienceLimits {
  /** Time for which the program may idle. */
  idleMs: number;
  /** CPU time that the program may use. */
  processorMs: number;
  /**
   * Wall-clock time after which a wait is given up if the program has neither computed nor idled for a quarter of a second meanwhile:
   * the machine does not let it run.
   */
  wallMs: number;
  /** The factor by which to wait longer than on an ordinary machine, if the program cannot be watched. @default 1 */
  slowness?: number;
  /** Whether the program is known to compute for ever, so that it gets little CPU time once it is ready. @default false */
  isThrifty?: boolean | undefined;
}

/** The clocks of one wait. They stop while the program cannot run or act. */
export class WaitClock {
  readonly #startMs = performance.now();
  readonly #idleLimitMs: number;
  readonly #limits: PatienceLimits;
  #idleMs = 0;
  #lastMs = this.#startMs;
  readonly #processor = new ProcessorMeter();
  #lastLook: Look | null = null;
  /** Where it was last seen blocked; at the last look it may have been awake for a moment. */
  #lastBlocked: readonly BlockedThread[] = [];
  /** How long this process was delayed since the last look, so that it could neither see nor answer anything. */
  #lagMs = 0;
  /** When the program last made progress, and how much CPU and idle time it had had by then. */
  #progress: { atMs: number; hadMs: number } = { atMs: this.#startMs, hadMs: 0 };

  constructor(idleLimitMs: number, limits: PatienceLimits) {
    this.#idleLimitMs = idleLimitMs;
    this.#limits = limits;
  }

  /** Notes that this process woke up this much too late. */
  lagged(ms: number): void {
    this.#lagMs += ms;
  }

  /** Notes that a step lets time pass, which does not count as a delay. */
  pausing(): void {
    this.#progress.atMs = performance.now();
  }

  /**
   * Judges whether the wait is to be given up; null if not.
   *
   * @param state allBranchesWait: no branch of the test acts; isQuiet: also nothing has happened since the looks, and nothing is in flight
   */
  judge(
    seen: Observation,
    { allBranchesWait, isQuiet }: { allBranchesWait: boolean; isQuiet: boolean },
  ): GaveUp | null {
    const { assessment, look } = seen;
    const passedMs = Math.max(0, look.atMs - Math.max(this.#lastMs, seen.sinceMs));
    const idleMs = passedMs === 0 ? 0 : this.#idleOf(passedMs, look);
    const moreMs = this.#processor.add(seen.usedMs, look.atMs);
    const computedMs = this.#processor.usedMs;
    // Wall-clock time would say how busy the machine was.
    if (computedMs > this.#limits.processorMs) return { ...this.gaveUp("computes", []), waitedMs: computedMs };
    const worked = moreMs > passedMs * workingShare;
    // Without a process the program may not have ended yet: the arena reports when it has, and its output is complete.
    if (assessment.state === "gone") return this.gaveUpForWallTime();
    const isBusy = assessment.state === "running" || assessment.state === "unknown";
    if (isBusy && (worked || isHeldUp(look))) return this.gaveUpForWallTime();
    const blocked = "blocked" in assessment ? assessment.blocked : [];
    if (blocked.length > 0) this.#lastBlocked = blocked;
    if (assessment.state === "stuck" && isQuiet) return this.gaveUp("stuck", blocked);
    // Whoever has stopped it may continue it at any moment; until then it neither idles nor sleeps until a time of its own.
    const isStopped = assessment.state === "waiting" && blocked.some(({ call }) => call === "stopped");
    if (isStopped) return this.gaveUpForWallTime();
    if (allBranchesWait)
      this.#idleMs += assessment.state === "unknown" ? idleMs / (this.#limits.slowness ?? 1) : idleMs;
    if (this.#idleMs > this.#idleLimitMs) return this.gaveUp("idle", this.#lastBlocked);
    const remainingMs = this.#idleLimitMs - this.#idleMs;
    if (assessment.state === "waiting" && isQuiet && assessment.untilMs > look.atMs + remainingMs) {
      const isLong = assessment.untilMs - seen.sinceMs >= this.#idleLimitMs * longShare;
      if (isLong) return this.gaveUp("late", blocked);
    }
    return this.gaveUpForWallTime();
  }

  /** The time up to this look in which the program could have run and did not. */
  #idleOf(passedMs: number, look: Look): number {
    const heldUpMs = this.#lagMs + (this.#lastLook ? delayMs(this.#lastLook, look) : 0);
    this.#lagMs = 0;
    this.#lastLook = look;
    this.#lastMs = look.atMs;
    return Math.max(0, passedMs - heldUpMs);
  }

  gaveUpForWallTime(): GaveUp | null {
    const nowMs = performance.now();
    const hadMs = this.#idleMs + this.#processor.usedMs;
    if (hadMs - this.#progress.hadMs >= progressMs) this.#progress = { atMs: nowMs, hadMs };
    return nowMs - this.#progress.atMs > this.#limits.wallMs ? this.gaveUp("undecided", []) : null;
  }

  gaveUp(why: GaveUp["why"], blocked: readonly BlockedThread[]): GaveUp {
    return { why, blocked, waitedMs: performance.now() - this.#startMs, limitMs: this.#idleLimitMs };
  }
}

/** CPU and idle time which shows that the machine lets the program run. */
const progressMs = 250;

/**
 * The share of the idle limit for which a call must block to be "late": of a program that wakes again and again it would depend on the
 * moment whether its last timeout ends before the limit or after it.
 */
const longShare = 0.1;

/** The share of a CPU below which a program counts as idle, because it only wakes for moments. */
const workingShare = 0.25;
