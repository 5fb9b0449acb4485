import { withProgramFacts } from "../model/failure.ts";
import type { Outcome } from "../model/outcome.ts";
import type { PreparedProgram } from "../model/prepared-program.ts";
import type { Params } from "../worker/protocol.ts";

/** One play of a test, under the limits its program still gets. */
export interface Turn {
  params: Params<"play">;
  /** Notes how it ended; the outcome says when the program had less than the usual limits. */
  ended(outcome: Outcome): Outcome;
}

/**
 * The limits that the tests of a hand-in give its programs. A program that repeatedly uses up a limit without answering
 * gets less of it in the following tests: after using up its CPU time once, its idle limit four times, or its process
 * limit twice.
 */
export class Budget {
  /** How often a role has used up each limit. */
  readonly #used = new Map<string, number>();

  /** @param programs the hand-in's programs; one that computed for ever when it was first launched has used up its CPU time */
  constructor(programs: readonly Pick<PreparedProgram, "role" | "computesOn">[] = []) {
    for (const { role, computesOn } of programs) if (computesOn) this.#used.set(`computes ${role}`, 1);
  }

  /** A turn whose limits are decided when it is played, not when it was queued. */
  turn({ test, ...rest }: Params<"play">): Turn {
    let hasLess = false;
    const now = () => this.#granted({ test, ...rest });
    return {
      params: {
        ...rest,
        get test() {
          const limits = now();
          hasLess = limits !== undefined;
          return limits === undefined ? test : { ...test, limits: { ...rest.limits, ...test.limits, ...limits } };
        },
      },
      ended: (outcome) => {
        const what = usedUpIn(outcome);
        if (what === null || outcome.failure === null) return outcome;
        this.#used.set(`${what} ${rest.role}`, this.#times(what, rest.role) + 1);
        if (!hasLess || !this.#isUsedUp(what, rest.role)) return outcome;
        return { ...outcome, failure: withProgramFacts(outcome.failure, { hadLess: true }) };
      },
    };
  }

  /** Whether the program has failed this way so often that playing it once more would show nothing new. */
  isKnown(role: string, outcome: Outcome): boolean {
    const what = usedUpIn(outcome);
    return what !== null && this.#times(what, role) > usedUpAfter[what];
  }

  /** A limit that a test or a lab sets may be what a correct program needs, so only CPU time is lowered below it. */
  #granted({ test, role, limits }: Params<"play">) {
    const own = { ...limits, ...test.limits };
    const less = {
      ...(this.#isUsedUp("computes", role) && { processor: lesser.time }),
      ...(this.#isUsedUp("idle", role) && own.idle === undefined && { idle: lesser.time }),
      ...(this.#isUsedUp("processes", role) && own.processes === undefined && { processes: lesser.processes }),
    };
    return Object.keys(less).length === 0 ? undefined : less;
  }

  #isUsedUp(what: Used, role: string): boolean {
    return this.#times(what, role) >= usedUpAfter[what];
  }

  #times(what: Used, role: string): number {
    return this.#used.get(`${what} ${role}`) ?? 0;
  }
}

type Used = "computes" | "idle" | "processes" | "limit";

/** After how many plays that used up a limit the program gets less of it, and failed tests are no longer played again. */
const usedUpAfter: Record<Used, number> = { computes: 1, idle: 4, processes: 2, limit: 1 };

/** More time than any answering program needs between two events, and a thread for each client of most tests. */
const lesser = { time: "1s", processes: 64 };

function usedUpIn({ failure }: Outcome): Used | null {
  const { gaveUp, limit } = failure?.facts ?? {};
  if (limit !== undefined) return limit === "processes" ? "processes" : "limit";
  return gaveUp === "computes" || gaveUp === "idle" ? gaveUp : null;
}
