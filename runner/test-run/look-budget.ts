/** Two looks closer together than this prove nothing: a woken thread may not have had its turn. */
const leastBetweenLooksMs = 15;
/** Two looks further apart than this prove little: in the meantime some thread of a runtime has tidied up. */
const mostBetweenLooksMs = 100;
/** Looking may take one part in so many of a processor's time ... */
const looksAreOneIn = 50;
/** ... over more than this: a few looks in quick succession are what a proof needs, and it ends the looking. */
const burstMs = 40;

/** How often the programs of one test may be looked at: now and then, but then twice in quick succession. */
export class LookBudget {
  /** CPU time spent on looking, less what has been earned again since. */
  #spentMs = 0;
  #lastMs = Number.NEGATIVE_INFINITY;
  #isSecondDue = false;

  /** Whether a look is of use at this moment, and paid for. */
  allows(nowMs: number): boolean {
    const passedMs = nowMs - this.#lastMs;
    return passedMs >= leastBetweenLooksMs && (this.#isSecondDue || this.#leftAfter(passedMs) < burstMs);
  }

  /** Pays for a look at that moment with the CPU time that it took. */
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
