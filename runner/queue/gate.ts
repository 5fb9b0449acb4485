/**
 * Lets so many hand-ins be graded at once, and one that may have cost a worker its life quite alone: whoever is held beside it
 * when it does so again would come under suspicion as well.
 */
export class Gate {
  readonly #places: number;
  readonly #fetching: Fetching;
  readonly #waiting: ((isLetIn: boolean) => void)[] = [];
  #begun = 0;
  #isClosed = false;
  /** Called when nobody is left but the suspect that waits for it. */
  #alone: (() => void) | null = null;
  #hasSuspect = false;

  constructor(places: number, fetching: Fetching) {
    this.#places = places;
    this.#fetching = fetching;
  }

  /** Resolves when the hand-in may be graded; false where it is to be given back to the queue. */
  async enter(isSuspect: boolean): Promise<boolean> {
    if (this.#isClosed || this.#hasSuspect) return false;
    if (isSuspect) return this.#enterAlone();
    if (this.#begun < this.#places) {
      this.#begun += 1;
      return true;
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Called for each hand-in that was let in. */
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

  /** Nobody is let in any more; whoever waits is given back. */
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

/** What brings hand-ins from the queues. */
export interface Fetching {
  pause(): void;
  resume(): void;
}
