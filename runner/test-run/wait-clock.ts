import type { GaveUp } from "../steps/step-context.ts";
import type { BlockedThread, Look } from "../watch/look.ts";
import { delayMs, isHeldUp, processorMs } from "../watch/processor.ts";
import type { Observation } from "./watcher.ts";

/** How long a wait may go on; every limit is measured by what the program does, but the last. */
export interface PatienceLimits {
  /** Time in which the program only waits. */
  idleMs: number;
  /** CPU time of the program. */
  processorMs: number;
  /**
   * Wall-clock time in which it neither works nor idles for as much as a quarter of a second: the outermost net, for a machine that
   * does not let the program run.
   */
  wallMs: number;
  /** How much longer than on an ordinary machine to wait where the program cannot be watched. @default 1 */
  slowness?: number;
}

/** The clocks of one wait: they stand still while the program cannot be blamed. */
export class WaitClock {
  readonly #startMs = performance.now();
  readonly #idleLimitMs: number;
  readonly #limits: PatienceLimits;
  #idleMs = 0;
  #lastMs = this.#startMs;
  #firstUsedMs: number | null = null;
  #lastUsedMs: number | null = null;
  #lastLook: Look | null = null;
  /** Where it was last seen blocked: the last look may fall into a moment in which it only looks around. */
  #lastBlocked: readonly BlockedThread[] = [];
  /** How late this process was since the last look: what came meanwhile it could neither see nor answer. */
  #lagMs = 0;
  /** When the program was last known to have had its time, and how much of it until then. */
  #progress: { atMs: number; hadMs: number } = { atMs: this.#startMs, hadMs: 0 };

  constructor(idleLimitMs: number, limits: PatienceLimits) {
    this.#idleLimitMs = idleLimitMs;
    this.#limits = limits;
  }

  /** This process woke up so much later than it wanted to. */
  lagged(ms: number): void {
    this.#lagMs += ms;
  }

  /** The scenario itself lets time pass, which is nobody's delay. */
  pausing(): void {
    this.#progress.atMs = performance.now();
  }

  judge(seen: Observation, nobodyActs: boolean, nothingMoves: boolean): GaveUp | null {
    const { assessment, look } = seen;
    const passedMs = Math.max(0, look.atMs - Math.max(this.#lastMs, seen.sinceMs));
    const idleMs = passedMs === 0 ? 0 : this.#idleOf(passedMs, look);
    const usedMs = processorMs(look);
    this.#firstUsedMs ??= usedMs;
    if (usedMs - this.#firstUsedMs > this.#limits.processorMs) return this.gaveUp("computes", []);
    const worked = usedMs - (this.#lastUsedMs ?? 0) > passedMs * workingShare;
    this.#lastUsedMs = usedMs;
    // No process yet, or no longer, is no proof: the arena says when a program has ended and its output is complete.
    if (assessment.state === "gone") return this.gaveUpForWallTime();
    const isBusy = assessment.state === "running" || assessment.state === "unknown";
    if (isBusy && (worked || isHeldUp(look))) return this.gaveUpForWallTime();
    const blocked = "blocked" in assessment ? assessment.blocked : [];
    if (blocked.length > 0) this.#lastBlocked = blocked;
    if (assessment.state === "stuck" && nothingMoves) return this.gaveUp("stuck", blocked);
    if (nobodyActs) this.#idleMs += assessment.state === "unknown" ? idleMs / (this.#limits.slowness ?? 1) : idleMs;
    if (this.#idleMs > this.#idleLimitMs) return this.gaveUp("idle", this.#lastBlocked);
    const remainingMs = this.#idleLimitMs - this.#idleMs;
    if (assessment.state === "waiting" && nothingMoves && assessment.untilMs > look.atMs + remainingMs) {
      return this.gaveUp("late", blocked);
    }
    return this.gaveUpForWallTime();
  }

  /** What of the time up to this look the program could have used and did not. */
  #idleOf(passedMs: number, look: Look): number {
    const heldUpMs = this.#lagMs + (this.#lastLook ? delayMs(this.#lastLook, look) : 0);
    this.#lagMs = 0;
    this.#lastLook = look;
    this.#lastMs = look.atMs;
    return Math.max(0, passedMs - heldUpMs);
  }

  gaveUpForWallTime(): GaveUp | null {
    const nowMs = performance.now();
    const hadMs = this.#idleMs + (this.#lastUsedMs ?? 0) - (this.#firstUsedMs ?? 0);
    if (hadMs - this.#progress.hadMs >= progressMs) this.#progress = { atMs: nowMs, hadMs };
    return nowMs - this.#progress.atMs > this.#limits.wallMs ? this.gaveUp("undecided", []) : null;
  }

  gaveUp(why: GaveUp["why"], blocked: readonly BlockedThread[]): GaveUp {
    return { why, blocked, waitedMs: performance.now() - this.#startMs, limitMs: this.#idleLimitMs };
  }
}

/** So much of its time shows that the machine lets a program go on. */
const progressMs = 250;

/** A program that uses less of the processor than this wakes up to look around and sleeps again: it idles. */
const workingShare = 0.25;
