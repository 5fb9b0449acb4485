import type { StepTraits } from "../steps/step.ts";
import type { Rest } from "./rest.ts";

/** Lets the programs rest between steps, so that events happen in the order of the steps. */
export class RestBeforeSteps {
  readonly #rest: Rest;
  /** Whether only one list of steps is played at the moment. */
  readonly #isAlone: () => boolean;
  #isInHurry = false;
  #stepBefore: StepTraits<unknown> = {};

  constructor(rest: Rest, isAlone: () => boolean) {
    this.#rest = rest;
    this.#isAlone = isAlone;
  }

  /** Waits until the programs rest; false if that cannot be seen, or if steps are played in a hurry or at the same time. */
  async come(): Promise<boolean> {
    return !this.#isInHurry && this.#isAlone() && (await this.#rest.come()) !== "unseen";
  }

  /** Plays steps without a rest between them. */
  async hurry<T>(play: () => Promise<T>): Promise<T> {
    await this.come();
    this.#isInHurry = true;
    return play().finally(() => {
      this.#isInHurry = false;
    });
  }

  /** Before a step that acts on a program, waits until the programs rest; not within a row of such steps, and not after a timed one. */
  async prepareFor(step: StepTraits<unknown>): Promise<void> {
    if (step.nested) return;
    const before = this.#stepBefore;
    this.#stepBefore = step;
    const isInRow = step.acts === "in-a-row" && before.acts === step.acts;
    if (step.acts && !isInRow && !before.isTimed) await this.come();
  }
}
