/**
 * Limits how many hand-ins are graded at once. A suspect, a hand-in that may have killed a worker, is graded alone:
 * otherwise the hand-ins graded together with it would become suspects, too, if it kills the worker again.
 */
export class Gate {
  readonly #places: number;
  readonly #fetching: Fetching;
  readonly #waiting: ((isLetIn: boolean) => void)[] = [];
  #begun = 0;
  #isClosed = false;
  /** Called when all other hand-ins are done and the waiting suspect may begin. */
  #alone: (() => void) | null = null;
  #hasSuspect = false;

  constructor(places: number, fetching: Fetching) {
    this.#places = places;
    this.#fetching = fetching;
  }

  /** Resolves with true when the hand-in may be graded, with false when it must be given back to the queue. */
  async enter(isSuspect: boolean): Promise<boolean> {
    if (this.#isClosed || this.#hasSuspect) return false;
    if (isSuspect) return this.#enterAlone();
    if (this.#begun < this.#places) {
      this.#begun += 1;
      return true;
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Must be called once for each hand-in that was let in. */
  leave(): void {
    this.#begun -= 1;
    if (this.#alone) {
      if (this.#begun === 0) this.#alone();
      return;
    }
    if (this.#hasSuspect) {
      this.#hasSuspect = false;
      if (!this.#isClosed) this.#fetching.resume();
    }
    const next = this.#isClosed ? undefined : this.#waiting.shift();
    if (!next) return;
    this.#begun += 1;
    next(true);
  }

  /** From now on lets no hand-in in, and gives back those that wait. */
  close(): void {
    this.#isClosed = true;
    this.#giveBack();
  }

  async #enterAlone(): Promise<boolean> {
    this.#hasSuspect = true;
    this.#fetching.pause();
    this.#giveBack();
    if (this.#begun > 0)
      await new Promise<void>((resolve) => {
        this.#alone = resolve;
      });
    this.#alone = null;
    this.#begun += 1;
    return true;
  }

  #giveBack(): void {
    for (const waiting of this.#waiting.splice(0)) waiting(false);
  }
}

/** Fetches hand-ins from the queues. */
export interface Fetching {
  pause(): void;
  resume(): void;
}
