import { setTimeout as delay } from "node:timers/promises";
import type { SocketSample } from "../linux/socket-sample.ts";
import type { GaveUp, Waited, WaitOptions } from "../steps/step-context.ts";
import type { Transcript } from "../wire/transcript.ts";
import { everythingDelivered } from "./everything-delivered.ts";
import { inFlight } from "./in-flight.ts";
import { thriftyMs } from "./thrifty-ms.ts";
import { type PatienceLimits, WaitClock } from "./wait-clock.ts";
import type { Watcher } from "./watcher.ts";

/** The interval between looks at the program while an event is waited for. */
const lookEveryMs = 20;

/** The intervals before the first looks: most events come before the first one, and the two that a proof needs follow as soon as they can. */
const firstLooksMs = [4, 16];

/** After this many bytes have passed, the time limits start again: a program that reads byte by byte needs a second for them. */
const renewingBytes = 256 * 1024;

/**
 * Waits for what steps expect, for as long as it can still happen.
 *
 * A wait ends early if it is proven that the event can never happen. Time in which the program computes, or waits for a CPU, does not
 * count as idle time.
 */
export class Patience {
  readonly #transcript: Transcript;
  readonly #watcher: Watcher;
  readonly #limits: PatienceLimits;
  readonly #allGone: () => boolean;
  readonly #endPastLimits: () => Promise<boolean>;
  readonly #isHeld: (socket: SocketSample) => boolean;
  /** The numbers of branches that are played at the same time, of those that wait for an event, and of those that let time pass. */
  #playing = 1;
  #waiting = 0;
  #pausing = 0;

  constructor(context: {
    transcript: Transcript;
    watcher: Watcher;
    limits: PatienceLimits;
    /** Whether programs were launched and every one of them has ended. */
    allGone: () => boolean;
    /** Ends the programs that exceed a limit; resolves with whether there were any. */
    endPastLimits: () => Promise<boolean>;
    /** Whether the grader reads from one of its sockets only when a step does. */
    isHeld: (socket: SocketSample) => boolean;
  }) {
    this.#transcript = context.transcript;
    this.#watcher = context.watcher;
    this.#limits = context.limits;
    this.#allGone = context.allGone;
    this.#endPastLimits = context.endPastLimits;
    this.#isHeld = context.isHeld;
  }

  /** Plays branches at the same time and waits for all of them. */
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

  /** Waits for work of the grader; while it goes on, the absence of events proves nothing about the program. */
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

  /** Waits like `until` for a promise of the grader to settle. */
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
    const passedBytes = options.passedBytes ?? (() => 0);
    const thrifty = this.#limits.isThrifty
      ? thriftyMs(this.#watcher.lastLook, this.#transcript.events, passedBytes())
      : undefined;
    const most = [this.#limits.processorMs, options.processorMs, thrifty];
    const processorMs = Math.min(...most.filter((ms) => ms !== undefined));
    const limits = { ...this.#limits, processorMs };
    const idleMs = options.idleMs ?? limits.idleMs;
    const startMs = performance.now();
    const isTimed = options.isForSilence && this.#watcher.isUnwatched;
    const newClock = () => new WaitClock(idleMs, { ...limits, wallMs: Math.max(limits.wallMs, 2 * idleMs) });
    let [clock, renewedAt] = [newClock(), passedBytes()];
    let looks = 0;
    const nextLook = () => performance.now() + (firstLooksMs[looks++] ?? lookEveryMs);
    let nextLookMs = nextLook();
    for (;;) {
      const untilLookMs = Math.max(1, Math.ceil(nextLookMs - performance.now()));
      const waitMs = Math.min(options.pollMs ?? lookEveryMs, untilLookMs);
      const { value: found = condition(), lateMs } = await this.#valueWithin(waitMs, condition);
      clock.lagged(lateMs);
      if (isTimed && performance.now() - startMs > idleMs) return { gaveUp: clock.gaveUp("idle", []) };
      if (found !== undefined) return { value: found };
      if (performance.now() < nextLookMs) continue;
      if (this.#pausing > 0) clock.pausing();
      nextLookMs = nextLook();
      if (passedBytes() - renewedAt >= renewingBytes) [clock, renewedAt] = [newClock(), passedBytes()];
      const gaveUp = this.#judge(clock);
      if (gaveUp === null) continue;
      // While a fork bomb keeps the watch of limits from running, it seems to compute: the limit that it exceeds is the reason.
      if (gaveUp.why === "computes" && (await this.#endPastLimits())) continue;
      const judgedMs = performance.now();
      await everythingDelivered();
      const last = condition();
      if (last !== undefined) return { value: last };
      // The proof holds only if nothing was delivered since: a program that waits for room in a pipe goes on as soon as it is read.
      const isProven = gaveUp.why === "stuck" || gaveUp.why === "late";
      if (!isProven || this.#transcript.lastEventMs < judgedMs) return { gaveUp };
    }
  }

  #judge(clock: WaitClock): GaveUp | null {
    if (this.#allGone()) return clock.gaveUp("gone", []);
    const seen = this.#watcher.observe();
    if (seen === null) return clock.gaveUpForWallTime();
    const allBranchesWait = this.#waiting === this.#playing;
    const isQuiet =
      allBranchesWait && this.#transcript.lastEventMs < seen.sinceMs && !inFlight(seen.look, this.#isHeld);
    return clock.judge(seen, { allBranchesWait, isQuiet });
  }

  /**
   * Asks a condition after every event of the transcript, for at most `ms`. Resolves with its first value, if it had one, and with how many
   * milliseconds too late this process woke up.
   */
  #valueWithin<T>(ms: number, condition: () => T | undefined): Promise<{ value: T | undefined; lateMs: number }> {
    const dueMs = performance.now() + ms;
    return new Promise((resolve, reject) => {
      let [isAsked, isOver] = [false, false];
      const end = (value: T | undefined) => {
        isOver = true;
        clearTimeout(timer);
        unsubscribe();
        resolve({ value, lateMs: Math.max(0, performance.now() - dueMs) });
      };
      const ask = () => {
        isAsked = false;
        if (isOver) return;
        try {
          const value = condition();
          if (value !== undefined) end(value);
        } catch (fault) {
          reject(fault);
          end(undefined);
        }
      };
      const timer = setTimeout(end, ms, undefined);
      // What recorded the event finishes its work first, for example by adding the peer that has just connected.
      const unsubscribe = this.#transcript.subscribe(() => {
        if (!isAsked) queueMicrotask(ask);
        isAsked = true;
      });
    });
  }
}
