import type * as z from "zod";
import type { Insight } from "../arena/arena.ts";
import type { StepContext, StepFailure } from "./step-context.ts";

/** One word of the lab language: its arguments and what it does. */
export interface Step {
  /** One sentence for the manual. */
  readonly summary: string;
  /** An example as a lab writes it. */
  readonly example: string;
  readonly schema: z.ZodType;
  /** What the machine must let one learn of a program; where it does not, the test cannot be played. */
  readonly needs?: Insight;
  /** Plays the step; null when all went as it should. Throws only when wirecheck, the machine or the lab is at fault. */
  play(args: unknown, context: StepContext): Promise<StepFailure | null>;
}

/** Checks at compile time that a step plays what its schema reads. */
export function defineStep<S extends z.ZodType>(step: {
  summary: string;
  example: string;
  schema: S;
  needs?: Insight;
  play(args: z.output<S>, context: StepContext): Promise<StepFailure | null>;
}): Step {
  return { ...step, play: (args, context) => step.play(args as z.output<S>, context) };
}

/** The same for a step with a short form: `- close: alice` stands for `- close: { at: alice }`. */
export function defineShortStep<K extends string, S extends z.ZodObject>(step: {
  summary: string;
  example: string;
  /** The field that the short form gives. */
  short: K;
  schema: S;
  play(args: z.output<S>, context: StepContext): Promise<StepFailure | null>;
}): Step {
  const { short, schema, play, ...about } = step;
  const name = schema.shape[short] as z.ZodType;
  return {
    ...about,
    schema: name.or(schema),
    play: (args, context) => play((typeof args === "string" ? { [short]: args } : args) as z.output<S>, context),
  };
}
