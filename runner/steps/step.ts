import type * as z from "zod";
import type { Insight } from "../arena/lack.ts";
import type { StepContext, StepFailure, WrittenSteps } from "./step-context.ts";
import type { Brought, KnownPrograms } from "./support/references.ts";

/** What other parts of wirecheck must know about a step without playing it. The functions get the step's arguments. */
export interface StepTraits<A> {
  /** What the step needs from the kernel; on a machine that does not show it, the test cannot be played. */
  readonly needs?: Insight;
  /**
   * Whether the step waits, before it acts on a program, until the program rests after the previous step. `alone`: it does;
   * `in-a-row`: it does, unless the previous step was also of this kind. @default it does not wait
   */
  readonly acts?: "alone" | "in-a-row";
  /** Whether the next step must follow at once, without waiting until the program rests. @default false */
  readonly isTimed?: boolean;
  /** Names that have a value only in the texts of this step. */
  readonly values?: readonly string[];
  /** Files of a program that it reads, perhaps after the program has ended. @default none */
  readonly files?: (args: A) => readonly string[];
  /** The peers, listeners, programs and values that later steps can name. @default none */
  readonly brings?: (args: A, programs: KnownPrograms) => Brought[];
  /** Whether it takes so long that its test is played before the others. @default never */
  readonly isLong?: (args: A) => boolean;
  /** Whether its outcome can depend on how the kernel schedules processes, so that it may differ with the same seed. @default never */
  readonly races?: (args: A) => boolean;
  /** The roles of the programs that it starts. @default none */
  readonly starts?: (args: A) => readonly string[];
  /**
   * Whether it only talks to a server, as clients do, or only looks whether it listens or idles. A test of such steps may share the
   * launch of the server with other tests; one that starts or signals a program, or reads its output, may not. @default false
   */
  readonly onlyTalks?: boolean;
  /** Whether the program that it names may have ended after it. @default false */
  readonly mayEnd?: boolean;
  /** The lists of steps among its arguments. @default none */
  readonly nested?: (args: A) => readonly WrittenSteps[];
}

/** A step of the lab language: its arguments and what it does. `N` is the part of the context that it needs. */
export interface Step<N = StepContext> extends StepTraits<unknown> {
  /** One sentence for the manual. */
  readonly summary: string;
  /** An example as a lab writes it. */
  readonly example: string;
  readonly schema: z.ZodType;
  /** Plays the step; resolves with null if it succeeds. Throws only if wirecheck, the machine or the lab is at fault. */
  play(args: unknown, context: N): Promise<StepFailure | null>;
}

interface Definition<S extends z.ZodType, N> extends StepTraits<z.output<S>> {
  summary: string;
  example: string;
  schema: S;
  play(args: z.output<S>, context: N): Promise<StepFailure | null>;
}

/** Defines a step; the types of its schema and of its functions must agree. */
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
  const { short, schema, play, brings, races, isLong, starts, files, nested, ...about } = step;
  const name = schema.shape[short] as z.ZodType;
  const long = (args: unknown) => (typeof args === "string" ? { [short]: args } : args) as z.output<S>;
  return {
    ...about,
    schema: name.or(schema),
    ...(brings && { brings: (args: unknown, programs: KnownPrograms) => brings(long(args), programs) }),
    ...(races && { races: (args: unknown) => races(long(args)) }),
    ...(isLong && { isLong: (args: unknown) => isLong(long(args)) }),
    ...(files && { files: (args: unknown) => files(long(args)) }),
    ...(starts && { starts: (args: unknown) => starts(long(args)) }),
    ...(nested && { nested: (args: unknown) => nested(long(args)) }),
    play: (args, context) => play(long(args), context),
  };
}
