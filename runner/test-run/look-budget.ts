/** Two looks closer together than this prove nothing: a woken thread may not have been scheduled yet. */
const leastBetweenLooksMs = 15;
/** Two looks further apart than this prove little: a housekeeping thread of the runtime has run in between. */
const mostBetweenLooksMs = 100;
/** Looks may use one part in this many of the time of one CPU. */
const looksAreOneIn = 50;
/** The CPU time that looks may use before that share limits them: a proof needs a few looks in quick succession. */
const burstMs = 40;

/** How often the programs of one test may be looked at: at intervals, each time twice in quick succession. */
export class LookBudget {
  /** CPU time spent on looks, less what the passing time has allowed since. */
  #spentMs = 0;
  #lastMs = Number.NEGATIVE_INFINITY;
  #isSecondDue = false;

  /** Whether a look is useful at this moment, and within the budget. */
  allows(nowMs: number): boolean {
    const passedMs = nowMs - this.#lastMs;
    return passedMs >= leastBetweenLooksMs && (this.#isSecondDue || this.#leftAfter(passedMs) < burstMs);
  }

  /** Charges a look at that moment: the CPU time that it took. */
  spend(atMs: number, costMs: number): void {
    const passedMs = atMs - this.#lastMs;
    this.#spentMs = this.#leftAfter(passedMs) + costMs;
    this.#isSecondDue = !this.#isSecondDue && passedMs > mostBetweenLooksMs;
    this.#lastMs = atMs;
  }

  #leftAfter(passedMs: number): number {
    return Math.max(0, this.#spentMs - passedMs / looksAreOneIn);
  }
}
