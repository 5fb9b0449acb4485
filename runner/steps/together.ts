import * as z from "zod";
import type { Step } from "./step.ts";
import { defineStep } from "./step.ts";

/** Steps that hold steps; `anyStep` is the schema of the whole language, which only the registry knows. */
export function composites(anyStep: z.ZodType): { together: Step; repeat: Step } {
  const steps = z.array(anyStep).min(1);
  return {
    together: defineStep({
      summary: "Plays several lists of steps at once and goes on when all have ended.",
      example: "- together: [[{ send: { from: alice, random: 1MiB } }], [{ expect: { at: alice, sent: true } }]]",
      schema: z.array(steps).min(2).describe("Lists of steps that are played at once"),
      play: (branches, context) => context.runTogether(branches),
    }),
    repeat: defineStep({
      summary: "Plays steps several times, in turn or at once; {n} in them is the number of the round, from 1.",
      example: '- repeat: { times: 20, steps: [{ connect: "client-{n}" }] }',
      schema: z.strictObject({
        times: z.int().positive().describe("How often"),
        "at-once": z.boolean().optional().describe("All rounds at once instead of one after another. @default false"),
        steps,
      }),
      async play(step, context) {
        const rounds = Array.from({ length: step.times }, (_, index) => numbered(step.steps, index + 1) as unknown[]);
        if (step["at-once"]) return context.runTogether(rounds);
        for (const round of rounds) {
          const failure = await context.play(round);
          if (failure) return failure;
        }
        return null;
      },
    }),
  };
}

/** The same steps with {n} replaced by the round's number; within a further `repeat` it means that one's rounds. */
function numbered(value: unknown, round: number): unknown {
  if (typeof value === "string") return value.replaceAll("{n}", String(round));
  if (Array.isArray(value)) return value.map((entry) => numbered(entry, round));
  if (value === null || typeof value !== "object") return value;
  if ("repeat" in value) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, numbered(entry, round)]));
}
