/** Keeps large values that were made last, for callers that make the same ones again: the tests of a class draw the same bytes. */
export class RecentlyMade {
  readonly #kept = new Map<string, Buffer>();
  readonly #mostBytes: number;

  /** @param mostBytes of all kept values together */
  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  /** The kept value of that name, or what `make` returns, which must depend on the name alone. The caller must not change it. */
  get(name: string, make: () => Buffer): Buffer {
    const value = this.#kept.get(name) ?? make();
    this.#kept.delete(name);
    if (value.length >= leastBytes) this.#kept.set(name, value);
    let bytes = 0;
    for (const [each, { length }] of [...this.#kept].reverse()) {
      bytes += length;
      if (bytes > this.#mostBytes) this.#kept.delete(each);
    }
    return value;
  }
}

/** Smaller values are made as quickly as they are found. */
const leastBytes = 16 * 1024;
