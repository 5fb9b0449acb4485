import { withProgramFacts } from "../model/failure.ts";
import type { Outcome } from "../model/outcome.ts";
import type { PreparedProgram } from "../model/prepared-program.ts";
import { toMs } from "../steps/support/units.ts";
import type { Params } from "../worker/protocol.ts";
import { Decisions } from "./decisions.ts";

/** One play of a test, under the limits its program still gets. */
export interface Turn {
  params: Params<"play">;
  /** Gives it all CPU time at once, if no other play has it: it is the one in which the program seems to compute for ever. */
  suspect(): void;
  /** Resolves when no play of its program decides whether it computes for ever: until then a play would use up more CPU time. */
  undisturbed(): Promise<void>;
  /** Whether it used up the CPU time of a try: then a play that gets all of it decides. */
  isOpen(outcome: Outcome): boolean;
  /** Notes how it ended; the outcome says when the program had less than the usual limits. */
  ended(outcome: Outcome): Outcome;
  /** Lets other plays have all CPU time; also to be called where a play ended without an outcome. */
  close(): void;
}

/**
 * The limits that the tests of a hand-in give its programs. A program that repeatedly uses up a limit without answering
 * gets less of it in the following tests: after using up its CPU time once, its idle limit four times, or its process
 * limit twice.
 *
 * Several tests are played at the same time, and yet a program that computes for ever uses up its CPU time in one of them only: each
 * play is a try with a second of it. Those that use that up get all of it, one after another, until one shows that the program computes
 * for ever, or that it does not.
 */
export class Budget {
  /** How often a role has used up each limit. */
  readonly #used = new Map<string, number>();
  /** The roles whose program needed more CPU time than a try has. */
  readonly #needMore = new Set<string>();
  readonly #decisions = new Decisions();

  /** @param programs the hand-in's programs; one that computed for ever when it was first launched has used up its CPU time */
  constructor(programs: readonly Pick<PreparedProgram, "role" | "computesOn">[] = []) {
    for (const { role, computesOn } of programs) if (computesOn) this.#used.set(`computes ${role}`, 1);
  }

  /** A turn whose limits are decided when it is played, not when it was queued. @param isWhole whether it gets all CPU time at once */
  turn({ test, ...rest }: Params<"play">, isWhole = false): Turn {
    const { role } = rest;
    let less: Less = {};
    let [isTry, close] = [false, () => {}];
    let isSuspect = isWhole;
    const now = () => {
      isTry = !isSuspect && !this.#needMore.has(role) && !this.#isUsedUp("computes", role);
      less = this.#granted({ test, ...rest }, isTry);
      return less;
    };
    const computesOn = () => this.#isUsedUp("computes", role);
    return {
      params: {
        ...rest,
        get test() {
          const limits = now();
          const isUsual = Object.keys(limits).length === 0;
          return isUsual ? test : { ...test, limits: { ...rest.limits, ...test.limits, ...limits } };
        },
        get computesOn() {
          return computesOn();
        },
      },
      suspect: () => {
        const end = computesOn() ? null : this.#decisions.claim(role);
        if (end === null) return;
        isSuspect = true;
        close = end;
      },
      undisturbed: () => this.#decisions.over(role),
      isOpen: (outcome) => isTry && usedUpIn(outcome) === "computes",
      ended: (outcome) => {
        const what = usedUpIn(outcome);
        if (isSuspect && what !== "computes") this.#needMore.add(role);
        if (what === null || outcome.failure === null) return outcome;
        this.#used.set(`${what} ${role}`, this.#times(what, role) + 1);
        if (!(limitOf[what] in less) || !this.#isUsedUp(what, role)) return outcome;
        return { ...outcome, failure: withProgramFacts(outcome.failure, { hadLess: true }) };
      },
      close: () => close(),
    };
  }

  /**
   * Decides a play that is open: `play` plays the test with all CPU time, unless another test has shown meanwhile that the program
   * computes for ever; then the try counts.
   */
  decide(role: string, tried: () => Outcome, play: () => Promise<Outcome>): Promise<Outcome> {
    return this.#decisions.inTurn(role, async () => (this.#isUsedUp("computes", role) ? tried() : play()));
  }

  /** Whether the program has failed this way so often that playing it once more would show nothing new. */
  isKnown(role: string, outcome: Outcome): boolean {
    const what = usedUpIn(outcome);
    return what !== null && this.#times(what, role) > usedUpAfter[what];
  }

  /** A limit that a test or a lab sets may be what a correct program needs, so only CPU time is lowered below it. */
  #granted({ test, role, limits }: Params<"play">, isTry: boolean): Less {
    const own = { ...limits, ...test.limits };
    const isShort = own.processor !== undefined && toMs(own.processor) <= toMs(lesser.time);
    return {
      ...((isTry || this.#isUsedUp("computes", role)) && !isShort && { processor: lesser.time }),
      ...(this.#isUsedUp("idle", role) && own.idle === undefined && { idle: lesser.time }),
      ...(this.#isUsedUp("processes", role) && own.processes === undefined && { processes: lesser.processes }),
    };
  }

  #isUsedUp(what: Used, role: string): boolean {
    return this.#times(what, role) >= usedUpAfter[what];
  }

  #times(what: Used, role: string): number {
    return this.#used.get(`${what} ${role}`) ?? 0;
  }
}

type Used = "computes" | "idle" | "processes" | "limit";

/** The limits that are lower than usual. */
type Less = { processor?: string; idle?: string; processes?: number };

/** The limit that is lower after each way of using one up. */
const limitOf = { computes: "processor", idle: "idle", processes: "processes", limit: "none" };

/** After how many plays that used up a limit the program gets less of it, and failed tests are no longer played again. */
const usedUpAfter: Record<Used, number> = { computes: 1, idle: 4, processes: 2, limit: 1 };

/** More time than any answering program needs between two events, and a thread for each client of most tests. */
const lesser = { time: "1s", processes: 64 };

function usedUpIn({ failure }: Outcome): Used | null {
  const { gaveUp, limit } = failure?.facts ?? {};
  if (limit !== undefined) return limit === "processes" ? "processes" : "limit";
  return gaveUp === "computes" || gaveUp === "idle" ? gaveUp : null;
}
