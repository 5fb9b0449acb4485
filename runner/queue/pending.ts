/** What is waited for by its id: an event wakes one, a look at everything wakes all. */
export class Pending {
  readonly #waiting = new Map<string, { wake(): void; fail(fault: Error): void }>();
  /** Ids of which something was heard while nobody waited just then. */
  readonly #heard = new Set<string>();
  readonly #open = new Set<string>();
  #fault: Error | null = null;

  /** From now on news of this id are remembered. */
  open(id: string): void {
    this.#open.add(id);
  }

  close(id: string): void {
    this.#open.delete(id);
    this.#heard.delete(id);
  }

  has(id: string): boolean {
    return this.#open.has(id);
  }

  get isEmpty(): boolean {
    return this.#open.size === 0;
  }

  /** Resolves when there is news of an id; at once where it came already. */
  news(id: string): Promise<void> {
    if (this.#fault) return Promise.reject(this.#fault);
    if (this.#heard.delete(id)) return Promise.resolve();
    return new Promise((resolve, reject) => this.#waiting.set(id, { wake: resolve, fail: reject }));
  }

  heard(id: string): void {
    if (!this.#open.has(id)) return;
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (waiting) waiting.wake();
    else this.#heard.add(id);
  }

  /** Makes everybody look. */
  wakeAll(): void {
    for (const id of [...this.#waiting.keys()]) this.heard(id);
  }

  /** Whoever waits, now or later, is told why there will be no news. */
  end(fault: Error): void {
    this.#fault ??= fault;
    for (const { fail } of this.#waiting.values()) fail(fault);
    this.#waiting.clear();
  }
}
