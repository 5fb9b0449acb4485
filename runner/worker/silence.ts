import { parseSchedstat } from "../linux/parse-switches.ts";
import { readProcFile } from "../linux/proc-file.ts";

/**
 * How long a worker has been silent although it was given a CPU. Time in which it waited for one does not count, nor does time in
 * which this process did not get to look: a worker that a busy machine does not let run is not blocked.
 */
export class Silence {
  readonly #delayedMs: () => number;
  readonly #longestStepMs: number;
  #silentMs = 0;
  #lookedMs: number;
  #delayedBeforeMs: number;

  /**
   * @param everyMs how often `look` is called; of a look that comes late only twice as much counts
   * @param delayedMs how long the worker has waited for a CPU since it began; see `delayOf`
   */
  constructor(everyMs: number, delayedMs: () => number, nowMs = performance.now()) {
    this.#longestStepMs = 2 * everyMs;
    this.#delayedMs = delayedMs;
    this.#lookedMs = nowMs;
    this.#delayedBeforeMs = delayedMs();
  }

  /** It was heard of. */
  end(): void {
    this.#silentMs = 0;
  }

  /** Adds what has passed since the last look; the silence so far, in milliseconds. */
  look(nowMs = performance.now()): number {
    const delayedMs = this.#delayedMs();
    const stepMs = Math.min(nowMs - this.#lookedMs, this.#longestStepMs) - (delayedMs - this.#delayedBeforeMs);
    // The kernel tells of a wait when it is over: it may be longer than what has passed since the last look.
    this.#silentMs = Math.max(0, this.#silentMs + stepMs);
    this.#lookedMs = nowMs;
    this.#delayedBeforeMs = delayedMs;
    return this.#silentMs;
  }
}

/** How long the main thread of a process has waited for a CPU, in milliseconds; 0 where the system does not tell. */
export function delayOf(pid: number | undefined): number {
  return parseSchedstat(readProcFile(`/proc/${pid}/schedstat`) ?? "")?.delayedMs ?? 0;
}
