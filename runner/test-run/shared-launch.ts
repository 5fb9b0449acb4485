import type { Arena } from "../arena/arena.ts";
import type { Outcome } from "../model/outcome.ts";
import { bypassLibraries } from "../model/prepared-program.ts";
import { rolesStartedBy } from "../spec/every-step.ts";
import type { Test } from "../spec/lab.ts";
import { Programs } from "./programs.ts";
import { runTestOn } from "./run-test.ts";
import type { TestSetup } from "./test-setup.ts";
import type { PatienceLimits } from "./wait-clock.ts";

/**
 * A launch that tests share: one after another they talk to the same server, as long as each passes and leaves the server in the state
 * in which it was when it got ready.
 *
 * The outcome says whether other tests used the launch before. Only a pass counts there: a test that fails is played again on a launch
 * of its own.
 */
export class SharedLaunch {
  readonly #arena: Arena;
  /** The running launch, and the name under which tests share it. */
  #current: { name: string; programs: Programs } | null = null;

  constructor(arena: Arena) {
    this.#arena = arena;
  }

  /** Plays a test on the launch of that name if there is one, else on a new one. */
  async play(name: string, test: Test, setup: Omit<TestSetup, "test">): Promise<Outcome> {
    if (this.#current?.name !== name || rolesStartedBy(test.steps).includes(setup.role)) await this.end();
    if (this.#current === null) return this.#playFirst(name, test, setup);
    const patience = lessPatient(setup.patience);
    const outcome = await this.#playOn(this.#current.programs, test, { ...setup, patience, explains: false });
    return { ...outcome, sharedLaunch: true };
  }

  /** Ends the launch, if there is one. */
  async end(): Promise<void> {
    const ended = this.#current;
    this.#current = null;
    await ended?.programs.end();
    if (ended !== null) this.#arena.releasePorts();
  }

  async #playFirst(name: string, test: Test, setup: Omit<TestSetup, "test">): Promise<Outcome> {
    this.#arena.renewNetwork({ isShared: bypassLibraries(setup.programs) });
    const programs = new Programs(this.#arena, setup);
    this.#current = { name, programs };
    return this.#playOn(programs, test, setup);
  }

  async #playOn(programs: Programs, test: Test, setup: Omit<TestSetup, "test">): Promise<Outcome> {
    const { outcome, goesOn } = await runTestOn(programs, this.#arena, test, setup);
    if (!goesOn) await this.end();
    return outcome;
  }
}

/**
 * The limits of waits on a launch that others have used. A failure there does not count and is cheap to try again, so it need not be waited
 * for: the play on a launch of its own, which decides, waits as long as ever.
 */
function lessPatient(limits: PatienceLimits): PatienceLimits {
  const { idleMs, processorMs } = limits;
  return { ...limits, idleMs: Math.min(idleMs, shortMs.idle), processorMs: Math.min(processorMs, shortMs.processor) };
}

/** Longer than nearly all servers idle before an answer, or compute for 256 KiB that they read byte by byte. */
const shortMs = { idle: 1000, processor: 1500 };
