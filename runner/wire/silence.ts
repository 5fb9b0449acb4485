import { lagMs } from "./lag.ts";

/** Measures for how long a peer has neither sent nor received anything. */
export class Silence {
  #sinceMs = performance.now();

  /** How long it has lasted so far; an upper bound in milliseconds. */
  lastedMs(): number {
    return performance.now() - this.#sinceMs + lagMs();
  }

  /** The peer sends something. */
  sends(): void {
    this.#sinceMs = performance.now();
  }

  /**
   * The peer has received something; returns how long it was silent before. What was received may have arrived while the event loop was
   * blocked: the next silence is counted from then.
   */
  receives(): number {
    const lag = lagMs();
    const now = performance.now();
    const lastedMs = now - this.#sinceMs + lag;
    this.#sinceMs = now - lag;
    return lastedMs;
  }
}
