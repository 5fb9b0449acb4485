import { setTimeout as delay } from "node:timers/promises";
import type { SocketSample } from "../linux/socket-sample.ts";
import type { GaveUp, Waited, WaitOptions } from "../steps/step-context.ts";
import type { Transcript } from "../wire/transcript.ts";
import { inFlight } from "./in-flight.ts";
import { type PatienceLimits, WaitClock } from "./wait-clock.ts";
import type { Watcher } from "./watcher.ts";

/** How long to wait for an answer before the program is looked at, and how often it is looked at then. */
const lookEveryMs = 20;

/** After this many bytes have passed, the limits begin anew: a program that reads byte by byte needs a second for them. */
const renewingBytes = 256 * 1024;

/**
 * Waits for what steps expect, for as long as it can still come true.
 *
 * A wait ends early if it is proven that the event can never come. Time in which the program computes, or waits for a CPU, does not
 * count as idle time.
 */
export class Patience {
  readonly #transcript: Transcript;
  readonly #watcher: Watcher;
  readonly #limits: PatienceLimits;
  readonly #allGone: () => boolean;
  readonly #endPastLimits: () => Promise<boolean>;
  readonly #isHeld: (socket: SocketSample) => boolean;
  /** The numbers of branches that are played at once, of those that wait for an event, and of those that let time pass. */
  #playing = 1;
  #waiting = 0;
  #pausing = 0;

  constructor(context: {
    transcript: Transcript;
    watcher: Watcher;
    limits: PatienceLimits;
    /** Whether programs were launched and every one of them has ended. */
    allGone: () => boolean;
    /** Ends the programs that exceed a limit; whether there were any. */
    endPastLimits: () => Promise<boolean>;
    /** Whether the grader reads nothing from a socket of its own until a step says so. */
    isHeld: (socket: SocketSample) => boolean;
  }) {
    this.#transcript = context.transcript;
    this.#watcher = context.watcher;
    this.#limits = context.limits;
    this.#allGone = context.allGone;
    this.#endPastLimits = context.endPastLimits;
    this.#isHeld = context.isHeld;
  }

  /** Plays branches at once and waits for all of them. */
  async together<T>(branches: readonly (() => Promise<T>)[]): Promise<T[]> {
    this.#playing += branches.length - 1;
    const outcomes = branches.map((branch) =>
      branch().finally(() => {
        this.#playing -= 1;
      }),
    );
    try {
      return await Promise.all(outcomes);
    } finally {
      await Promise.allSettled(outcomes);
      this.#playing += 1;
    }
  }

  /** While the grader itself is at work, the absence of events proves nothing. */
  async during<T>(work: Promise<T>): Promise<T> {
    this.#playing += 1;
    try {
      return await work;
    } finally {
      this.#playing -= 1;
    }
  }

  /** Whether only one branch is played, and the grader has no other work. */
  get isAlone(): boolean {
    return this.#playing === 1;
  }

  /** Lets time pass and keeps looking at the program, so that it is known since when the program waits. */
  async pause(ms: number): Promise<void> {
    const untilMs = performance.now() + ms;
    this.#pausing += 1;
    try {
      for (let leftMs = ms; leftMs > 0; leftMs = untilMs - performance.now()) {
        this.#watcher.observe();
        await delay(Math.min(leftMs, lookEveryMs));
      }
    } finally {
      this.#pausing -= 1;
    }
  }

  /** Waits until the condition gives a value; it is asked again after every event of the transcript. */
  async until<T>(condition: () => T | undefined, options: WaitOptions = {}): Promise<Waited<T>> {
    const found = condition();
    if (found !== undefined) return { value: found };
    this.#waiting += 1;
    try {
      return await this.#wait(condition, options);
    } finally {
      this.#waiting -= 1;
    }
  }

  /** Waits until a promise of the grader's own is settled. */
  settled<T>(promise: Promise<T>, options: WaitOptions = {}): Promise<Waited<T>> {
    let outcome: { value: T } | { fault: unknown } | undefined;
    const settle = (how: { value: T } | { fault: unknown }) => {
      outcome = how;
      this.#transcript.wake();
    };
    promise.then(
      (value) => settle({ value }),
      (fault) => settle({ fault }),
    );
    return this.until(() => {
      if (outcome && "fault" in outcome) throw outcome.fault;
      return outcome?.value;
    }, options);
  }

  async #wait<T>(condition: () => T | undefined, options: WaitOptions): Promise<Waited<T>> {
    const limits = { ...this.#limits, ...(options.processorMs !== undefined && { processorMs: options.processorMs }) };
    const idleMs = options.idleMs ?? limits.idleMs;
    const newClock = () => new WaitClock(idleMs, { ...limits, wallMs: Math.max(limits.wallMs, 2 * idleMs) });
    const passedBytes = options.passedBytes ?? (() => 0);
    let [clock, renewedAt] = [newClock(), passedBytes()];
    let nextLookMs = performance.now() + lookEveryMs;
    for (;;) {
      clock.lagged(await this.#eventOr(options.pollMs ?? lookEveryMs));
      const found = condition();
      if (found !== undefined) return { value: found };
      if (performance.now() < nextLookMs) continue;
      if (this.#pausing > 0) clock.pausing();
      nextLookMs = performance.now() + lookEveryMs;
      if (passedBytes() - renewedAt >= renewingBytes) [clock, renewedAt] = [newClock(), passedBytes()];
      const gaveUp = this.#judge(clock);
      if (gaveUp === null) continue;
      // A fork bomb may leave its watch without a CPU: it counts as computing.
      if (gaveUp.why === "computes" && (await this.#endPastLimits())) continue;
      const judgedMs = performance.now();
      await everythingDelivered();
      const last = condition();
      if (last !== undefined) return { value: last };
      // A program that waits for room in a pipe goes on as soon as this process is given a CPU and reads from the pipe.
      const isProven = gaveUp.why === "stuck" || gaveUp.why === "late";
      if (!isProven || this.#transcript.lastEventMs < judgedMs) return { gaveUp };
    }
  }

  #judge(clock: WaitClock): GaveUp | null {
    if (this.#allGone()) return clock.gaveUp("gone", []);
    const seen = this.#watcher.observe();
    if (seen === null) return clock.gaveUpForWallTime();
    const nobodyActs = this.#waiting === this.#playing;
    const nothingMoves =
      nobodyActs && this.#transcript.lastEventMs < seen.sinceMs && !inFlight(seen.look, this.#isHeld);
    return clock.judge(seen, nobodyActs, nothingMoves);
  }

  /** By how many milliseconds this process itself woke up too late. */
  async #eventOr(ms: number): Promise<number> {
    const dueMs = performance.now() + ms;
    await new Promise<void>((resolve) => {
      const end = () => {
        clearTimeout(timer);
        unsubscribe();
        resolve();
      };
      const timer = setTimeout(end, ms);
      const unsubscribe = this.#transcript.subscribe(end);
    });
    return Math.max(0, performance.now() - dueMs);
  }
}

/** Lets the event loop hand over everything that has already arrived in the kernel. */
async function everythingDelivered(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
}
