import { availableParallelism } from "node:os";

/**
 * Adds up the CPU time that programs use from one sample to the next.
 *
 * A process that has ended is not part of a sample until its parent reaps it, which may be much later: so no more counts than all CPUs
 * can have given since the last sample.
 */
export class ProcessorMeter {
  /** CPU time since the first sample, in milliseconds. */
  usedMs = 0;
  #last: { totalMs: number; atMs: number } | null = null;
  #roomMs = 0;

  /** Adds a sample: the CPU time of all processes so far, in milliseconds. Returns how much was used since the last one. */
  add(totalMs: number, atMs: number): number {
    const last = this.#last;
    this.#last = { totalMs, atMs };
    if (last === null) return 0;
    const givenMs = (atMs - last.atMs) * processors;
    this.#roomMs = Math.min(this.#roomMs + givenMs, Math.max(mostRoomMs, givenMs));
    const moreMs = Math.min(Math.max(0, totalMs - last.totalMs), this.#roomMs);
    this.#roomMs -= moreMs;
    this.usedMs += moreMs;
    return moreMs;
  }
}

const processors = availableParallelism();

/** CPU time of one sample that may show in a later one: the kernel counts in ticks of 10 ms. */
const mostRoomMs = 200;
