import type { Arena } from "../arena/arena.ts";
import type { Outcome } from "../model/outcome.ts";
import { bypassLibraries } from "../model/prepared-program.ts";
import type { Test } from "../spec/lab.ts";
import type { WrittenSteps } from "../steps/step-context.ts";
import { LabFault } from "../steps/support/names.ts";
import type { PlayedFailure } from "./explain.ts";
import { demandDraws, demandInsights, playSteps } from "./run-test.ts";
import { TestRun } from "./test-run.ts";
import type { TestSetup } from "./test-setup.ts";
import { toOutcome, verdictOf } from "./verdict.ts";

/** The result of one step of a session. */
export interface Played extends Outcome {
  /** The values of `{name}` in later steps. */
  values: Record<string, string>;
  /** Whether the step itself was wrong: nothing was played, and the session goes on. */
  isMisuse: boolean;
}

/**
 * A test whose steps are given one at a time. Each is played and judged as in a test of a lab; a program is launched only by a step.
 */
export class Session {
  readonly #arena: Arena;
  readonly #setup: Omit<TestSetup, "test">;
  readonly #run: TestRun;
  readonly #files: Test["files"];
  #played: WrittenSteps = [];
  /** Whether a step has failed: the evidence is complete then, and no further step is played. */
  #isOver = false;

  constructor(arena: Arena, setup: Omit<TestSetup, "test">, files: Test["files"]) {
    arena.renewNetwork({ isShared: bypassLibraries(setup.programs) });
    this.#arena = arena;
    this.#setup = setup;
    this.#files = files;
    this.#run = new TestRun(arena, { ...setup, test: this.#testOf([]) }, playSteps);
  }

  /** Claims the ports of the programs and sets up their world. */
  begin(): Promise<Played> {
    return this.#judge([], async () => {
      await this.#run.takePorts();
      await this.#run.enterWorld();
      return null;
    });
  }

  /** Plays the next step. */
  play(step: WrittenSteps[number]): Promise<Played> {
    const steps = [...this.#played, step];
    return this.#judge(steps, async () => {
      if (this.#isOver) throw new LabFault("the step before it has failed");
      demandInsights([step], this.#arena);
      demandDraws([step], this.#setup.world, this.#run);
      const failure = await playSteps([step], this.#run);
      return failure && { ...failure, step: steps.length - 1 };
    });
  }

  /** Ends the programs and peers of the session. */
  end(): Promise<void> {
    return this.#run.end();
  }

  async #judge(steps: WrittenSteps, play: () => Promise<(PlayedFailure & { step: number }) | null>): Promise<Played> {
    let isMisuse = false;
    const noticing = () =>
      play().catch((fault: unknown) => {
        isMisuse = fault instanceof LabFault;
        throw fault;
      });
    const test = this.#testOf(steps);
    const startMs = performance.now();
    const verdict = await verdictOf(noticing, test, this.#run, this.#setup);
    if (!isMisuse) {
      this.#played = steps;
      this.#isOver = verdict.status !== "passed";
    }
    const outcome = toOutcome(test, verdict, this.#run, startMs);
    // The transcript is returned only once, with the step that did not pass.
    const transcript = verdict.status === "passed" ? [] : outcome.transcript;
    return { ...outcome, transcript, values: Object.fromEntries(this.#run.values), isMisuse };
  }

  #testOf(steps: WrittenSteps): Test {
    const nothing = { en: "", id: "" };
    const files = this.#files && { files: this.#files };
    return { id: "session", title: nothing, why: nothing, points: 0, steps: [...steps], ...files };
  }
}
