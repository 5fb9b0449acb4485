import { parseSchedstat } from "../linux/parse-switches.ts";
import { readProcFile } from "../linux/proc-file.ts";

/**
 * Measures how long a worker has been silent. Time in which it waited for a CPU, or in which this process could not check, does not
 * count: a worker that a busy machine does not let run is not blocked.
 */
export class Silence {
  readonly #delayedMs: () => number;
  readonly #longestStepMs: number;
  #silentMs = 0;
  #lookedMs: number;
  #delayedBeforeMs: number;

  /**
   * @param everyMs how often `look` is called; at most twice this time counts for each call
   * @param delayedMs how long the worker has waited for a CPU since its start; see `delayOf`
   */
  constructor(everyMs: number, delayedMs: () => number, nowMs = performance.now()) {
    this.#longestStepMs = 2 * everyMs;
    this.#delayedMs = delayedMs;
    this.#lookedMs = nowMs;
    this.#delayedBeforeMs = delayedMs();
  }

  /** Called when the worker has sent a message. */
  end(): void {
    this.#silentMs = 0;
  }

  /** Adds the time since the last call, and returns the silence so far in milliseconds. */
  look(nowMs = performance.now()): number {
    const delayedMs = this.#delayedMs();
    const stepMs = Math.min(nowMs - this.#lookedMs, this.#longestStepMs) - (delayedMs - this.#delayedBeforeMs);
    // The kernel reports a wait when it is over: it may be longer than the time since the last call.
    this.#silentMs = Math.max(0, this.#silentMs + stepMs);
    this.#lookedMs = nowMs;
    this.#delayedBeforeMs = delayedMs;
    return this.#silentMs;
  }
}

/** How long the main thread of a process has waited for a CPU, in milliseconds; 0 if the system does not show it. */
export function delayOf(pid: number | undefined): number {
  return parseSchedstat(readProcFile(`/proc/${pid}/schedstat`) ?? "")?.delayedMs ?? 0;
}
