import { withProgramFacts } from "../model/failure.ts";
import type { Outcome } from "../model/outcome.ts";
import type { Params } from "../worker/protocol.ts";

/** One play of a test under what its program is still granted. */
export interface Turn {
  params: Params<"play">;
  /** Takes note of how it ended; the outcome says so where the program was granted less than usual. */
  ended(outcome: Outcome): Outcome;
}

/**
 * What the tests of a hand-in grant its programs. One that used up all of its time without an answer, again and again, does not
 * get as much in every test that follows: computing for ever costs its CPU time once, idling for ever four times, a fork bomb all
 * of its processes twice.
 */
export class Budget {
  /** How often a role has used up something. */
  readonly #used = new Map<string, number>();

  /** A turn whose limits are those of the moment at which it is played, not of when it was put in line. */
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

  /** Whether a failure is what the program has shown often enough: to see it once more would teach nothing. */
  isKnown(role: string, outcome: Outcome): boolean {
    const what = usedUpIn(outcome);
    return what !== null && this.#times(what, role) > usedUpAfter[what];
  }

  /** What a test or a lab asks for on purpose may be what a correct program needs: it stays, but for CPU time. */
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

/** After so many plays in which all of it was used up a program is granted less, or no test is played again for it. */
const usedUpAfter: Record<Used, number> = { computes: 1, idle: 4, processes: 2, limit: 1 };

/** What no program that answers at all needs between two events, and a thread for each client of most tests. */
const lesser = { time: "1s", processes: 64 };

function usedUpIn({ failure }: Outcome): Used | null {
  const { gaveUp, limit } = failure?.facts ?? {};
  if (limit !== undefined) return limit === "processes" ? "processes" : "limit";
  return gaveUp === "computes" || gaveUp === "idle" ? gaveUp : null;
}
