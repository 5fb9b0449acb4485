import type * as z from "zod";
import type { Insight } from "../arena/arena.ts";
import type { StepContext, StepFailure } from "./step-context.ts";
import type { Brought, KnownPrograms } from "./support/references.ts";

/** One word of the lab language: its arguments and what it does. */
export interface Step {
  /** One sentence for the manual. */
  readonly summary: string;
  /** An example as a lab writes it. */
  readonly example: string;
  readonly schema: z.ZodType;
  /** What the machine must let one learn of a program; where it does not, the test cannot be played. */
  readonly needs?: Insight;
  /** Names that have a value within its own texts alone. */
  readonly values?: readonly string[];
  /** Whom it brings into the test for the steps that follow. */
  brings?(args: unknown, programs: KnownPrograms): Brought[];
  /** Plays the step; null when all went as it should. Throws only when wirecheck, the machine or the lab is at fault. */
  play(args: unknown, context: StepContext): Promise<StepFailure | null>;
}

/** Checks at compile time that a step plays what its schema reads. */
export function defineStep<S extends z.ZodType>(step: {
  summary: string;
  example: string;
  schema: S;
  needs?: Insight;
  values?: readonly string[];
  brings?(args: z.output<S>, programs: KnownPrograms): Brought[];
  play(args: z.output<S>, context: StepContext): Promise<StepFailure | null>;
}): Step {
  const { brings } = step;
  return {
    ...step,
    ...(brings && { brings: (args, programs) => brings(args as z.output<S>, programs) }),
    play: (args, context) => step.play(args as z.output<S>, context),
  };
}

/** The same for a step with a short form: `- close: alice` stands for `- close: { at: alice }`. */
export function defineShortStep<K extends string, S extends z.ZodObject>(step: {
  summary: string;
  example: string;
  /** The field that the short form gives. */
  short: K;
  schema: S;
  values?: readonly string[];
  brings?(args: z.output<S>, programs: KnownPrograms): Brought[];
  play(args: z.output<S>, context: StepContext): Promise<StepFailure | null>;
}): Step {
  const { short, schema, play, brings, ...about } = step;
  const name = schema.shape[short] as z.ZodType;
  const whole = (args: unknown) => (typeof args === "string" ? { [short]: args } : args) as z.output<S>;
  return {
    ...about,
    schema: name.or(schema),
    ...(brings && { brings: (args, programs) => brings(whole(args), programs) }),
    play: (args, context) => play(whole(args), context),
  };
}
