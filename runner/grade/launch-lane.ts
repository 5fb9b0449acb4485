import { randomUUID } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Outcome } from "../model/outcome.ts";
import type { Calls } from "../worker/calls.ts";
import type { Params } from "../worker/protocol.ts";
import { WorkerDied } from "../worker/worker-process.ts";
import type { Turn } from "./budget.ts";

type PlayParams = Omit<Params<"play">, "launch">;

/** What is told, and asked, about a test that is played again on a launch of its own: see Turn. */
type LaneTurn = Pick<Turn, "suspect" | "undisturbed">;

/** A test that waits for its turn, or for the outcome that counts. */
interface LaneTest {
  params: PlayParams;
  begins: (() => void) | undefined;
  turn: LaneTurn | undefined;
  resolve(outcome: Outcome | Promise<Outcome>): void;
  reject(fault: unknown): void;
}

/**
 * Plays tests that may share a launch one after another on one worker, in the order in which they come.
 *
 * What they share must not decide about marks. So as soon as one of them fails, each test that did not have a launch to
 * itself is played again with one: a program with a flaw anywhere meets every test as a fresh program does.
 */
export class LaunchLane {
  readonly #calls: Calls;
  /** Tells the worker which calls may share a launch; unique to this lane. */
  readonly #launch = randomUUID();
  readonly #waiting: LaneTest[] = [];
  /** Tests that passed on a launch that others had used; their outcomes count only if none fails. */
  readonly #passed: { test: LaneTest; outcome: Outcome }[] = [];
  #isPlaying = false;
  #hasFailed = false;
  /** The test in which the program computed until its CPU time on the shared launch was used up. */
  #suspect: LaneTest | undefined;

  constructor(calls: Calls) {
    this.#calls = calls;
  }

  /** Plays a test when its turn comes, and calls `begins` then. */
  async play(params: PlayParams, begins?: () => void, turn?: LaneTurn): Promise<Outcome> {
    if (this.#hasFailed) {
      await undisturbed(turn);
      return this.#calls.call("play", params, begins);
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ params, begins, turn, resolve, reject });
      if (!this.#isPlaying) void this.#playAll();
    });
  }

  async #playAll(): Promise<void> {
    this.#isPlaying = true;
    try {
      await this.#calls.withWorker((worker) => this.#playOn(worker));
    } catch (fault) {
      // Played again, each on its own launch, they show which of them kills the worker.
      this.#hasFailed = fault instanceof WorkerDied;
      if (!this.#hasFailed) this.#rejectAll(fault);
    }
    this.#isPlaying = false;
    if (this.#hasFailed) return this.#playApart();
    for (const { test, outcome } of this.#passed.splice(0)) test.resolve(outcome);
    // More tests may have been added while the launch ended.
    if (this.#waiting.length > 0) void this.#playAll();
  }

  async #playOn(worker: Pick<Calls, "call">): Promise<void> {
    for (let test = this.#waiting[0]; test && !this.#hasFailed; test = this.#waiting[0]) {
      test.begins?.();
      const outcome = await worker.call("play", { ...test.params, launch: this.#launch });
      const passed = outcome.status === "passed";
      this.#hasFailed = outcome.status === "failed" || (outcome.sharedLaunch === true && !passed);
      if (outcome.computesOn) this.#suspect = test;
      if (outcome.sharedLaunch && !passed) break;
      this.#waiting.shift();
      if (outcome.sharedLaunch) this.#passed.push({ test, outcome });
      else test.resolve(outcome);
      // The tests behind a gate come as soon as it has passed, and go on with its launch.
      if (this.#waiting.length === 0) await nextTurn();
    }
    await worker.call("endLaunch", null);
  }

  #rejectAll(fault: unknown): void {
    for (const { test } of this.#passed.splice(0)) test.reject(fault);
    for (const test of this.#waiting.splice(0)) test.reject(fault);
  }

  async #playApart(): Promise<void> {
    const tests = [...this.#passed.splice(0).map(({ test }) => test), ...this.#waiting.splice(0)];
    const play = ({ params, begins, resolve }: LaneTest) => {
      const outcome = this.#calls.call("play", params, begins);
      resolve(outcome);
      return outcome;
    };
    // A program that computes for ever uses up its CPU time once, and not in as many tests as there are workers.
    const suspect = this.#suspect;
    suspect?.turn?.suspect();
    if (suspect !== undefined) await play(suspect).catch(() => {});
    const others = tests.filter((test) => test !== suspect);
    for (const test of others) void undisturbed(test.turn).then(() => void play(test));
  }
}

async function undisturbed(turn: LaneTurn | undefined): Promise<void> {
  await turn?.undisturbed();
}
