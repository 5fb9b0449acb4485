import type { Outcome } from "../model/outcome.ts";
import type { Params } from "../worker/protocol.ts";

/** What a test grants a program that was seen to compute for ever; what no other program needs between two events. */
const grantedAgain = "1s";

/**
 * Remembers which programs of a hand-in used up all their CPU time without an answer: they do not get as much in every test
 * that follows, so that one which computes for ever costs its budget once.
 */
export class ComputingPrograms {
  readonly #roles = new Set<string>();

  /** How a test is to be played: its limits are those of the moment at which it is its turn, not of when it was put in line. */
  budgeted({ test, ...rest }: Params<"play">): Params<"play"> {
    const hasComputed = () => this.#roles.has(rest.role);
    return {
      ...rest,
      get test() {
        if (!hasComputed()) return test;
        return { ...test, limits: { ...rest.limits, ...test.limits, processor: grantedAgain } };
      },
    };
  }

  /** Takes note of how a test ended. */
  saw({ role }: Params<"play">, { failure }: Outcome): void {
    if (failure?.facts?.gaveUp === "computes") this.#roles.add(role);
  }
}
