/** Hand-ins that somebody waits for, by id: an event wakes one waiter, a regular check wakes all. */
export class Pending {
  readonly #waiting = new Map<string, { wake(): void; fail(fault: Error): void }>();
  /** Ids with news that came while no call waited for them. */
  readonly #heard = new Set<string>();
  readonly #open = new Set<string>();
  #fault: Error | null = null;

  /** From now on news of this id is remembered. */
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

  /** Resolves when there is news of an id; at once if it has come already. */
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

  /** Wakes all waiters. */
  wakeAll(): void {
    for (const id of [...this.#waiting.keys()]) this.heard(id);
  }

  /** Rejects all waiters, present and future. */
  end(fault: Error): void {
    this.#fault ??= fault;
    for (const { fail } of this.#waiting.values()) fail(fault);
    this.#waiting.clear();
  }
}
