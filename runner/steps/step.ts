import type * as z from "zod";
import type { Insight } from "../arena/arena.ts";
import type { StepContext, StepFailure, WrittenSteps } from "./step-context.ts";
import type { Brought, KnownPrograms } from "./support/references.ts";

/** What others must know of a step without playing it; each answers for the arguments that are given. */
export interface StepTraits<A> {
  /** What the machine must let one learn of a program; where it does not, the test cannot be played. */
  readonly needs?: Insight;
  /**
   * It does something to a program: `alone`, once the program rests after what was done before; or `in-a-row`, which is the same but
   * for several such steps that follow one another.
   */
  readonly acts?: "alone" | "in-a-row";
  /** Whether what follows it is to come then, whatever the program does. @default false */
  readonly isTimed?: boolean;
  /** Names that have a value within its own texts alone. */
  readonly values?: readonly string[];
  /** The files that it looks at once the program that wrote them may have ended. @default none */
  readonly files?: (args: A) => readonly string[];
  /** Whom it brings into the test for the steps that follow. @default nobody */
  readonly brings?: (args: A, programs: KnownPrograms) => Brought[];
  /** Whether the order of events in it is the scheduler's choice, so that it may end otherwise under the same seed. @default never */
  readonly races?: (args: A) => boolean;
  /** The roles of the programs that it starts. @default none */
  readonly starts?: (args: A) => readonly string[];
  /**
   * It only talks to a server, as its clients do: the launch on which it plays may serve other tests as well. Whatever starts,
   * signals, measures or listens to what is printed needs a launch of its own. @default false
   */
  readonly onlyTalks?: boolean;
  /** The lists of steps among its arguments. @default none */
  readonly nested?: (args: A) => readonly WrittenSteps[];
}

/** One word of the lab language: its arguments and what it does; `N` is what it needs of a context. */
export interface Step<N = StepContext> extends StepTraits<unknown> {
  /** One sentence for the manual. */
  readonly summary: string;
  /** An example as a lab writes it. */
  readonly example: string;
  readonly schema: z.ZodType;
  /** Plays the step; null when all went as it should. Throws only when wirecheck, the machine or the lab is at fault. */
  play(args: unknown, context: N): Promise<StepFailure | null>;
}

interface Definition<S extends z.ZodType, N> extends StepTraits<z.output<S>> {
  summary: string;
  example: string;
  schema: S;
  play(args: z.output<S>, context: N): Promise<StepFailure | null>;
}

/** Checks at compile time that a step plays what its schema reads. */
export function defineStep<S extends z.ZodType, N = StepContext>(step: Definition<S, N>): Step<N> {
  return step as Step<N>;
}

/** The same for a step with a short form: `- close: alice` stands for `- close: { at: alice }`. */
export function defineShortStep<K extends string, S extends z.ZodObject, N = StepContext>(
  step: Definition<S, N> & {
    /** The field that the short form gives. */
    short: K;
  },
): Step<N> {
  const { short, schema, play, brings, races, starts, files, nested, ...about } = step;
  const name = schema.shape[short] as z.ZodType;
  const long = (args: unknown) => (typeof args === "string" ? { [short]: args } : args) as z.output<S>;
  return {
    ...about,
    schema: name.or(schema),
    ...(brings && { brings: (args: unknown, programs: KnownPrograms) => brings(long(args), programs) }),
    ...(races && { races: (args: unknown) => races(long(args)) }),
    ...(files && { files: (args: unknown) => files(long(args)) }),
    ...(starts && { starts: (args: unknown) => starts(long(args)) }),
    ...(nested && { nested: (args: unknown) => nested(long(args)) }),
    play: (args, context) => play(long(args), context),
  };
}
