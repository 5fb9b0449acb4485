import * as z from "zod";
import { defineStep, type Step } from "./step.ts";
import type { WrittenSteps } from "./step-context.ts";
import { fix } from "./support/fill.ts";

/** The steps that contain steps. @param anyStep the schema of any step, which only the registry knows */
export function composites(anyStep: z.ZodType<WrittenSteps[number]>): { together: Step; repeat: Step } {
  const steps = z.array(anyStep).min(1);
  return {
    together: defineStep({
      summary: "Plays several lists of steps at the same time and goes on when all have ended.",
      example: "- together: [[{ send: { from: alice, random: 1MiB } }], [{ expect: { at: alice, sent: true } }]]",
      schema: z.array(steps).min(2).describe("Lists of steps that are played at the same time"),
      races: () => true,
      nested: (branches) => branches,
      onlyTalks: true,
      play: (branches, context) => context.runTogether(branches),
    }),
    repeat: defineStep({
      summary:
        "Plays steps several times, in turn or at the same time; {n} in them is the number of the round, from 1, and can be used in expressions such as {n * 2 - 1}.",
      example: '- repeat: { times: 20, steps: [{ connect: "client-{n}" }] }',
      schema: z.strictObject({
        times: z.int().positive().describe("How often"),
        as: z
          .string()
          .regex(/^[a-z][a-z0-9]*$/, "write a name in small letters, such as i")
          .optional()
          .describe("The name of the number of the round in {…}, for a repeat within another. @default n"),
        quick: z
          .literal(true)
          .optional()
          .describe("The steps within do not wait until the program rests: for very many rounds"),
        "at-once": z
          .boolean()
          .optional()
          .describe("All rounds at the same time instead of one after another. @default false"),
        steps,
      }),
      races: (step) => step["at-once"] === true || step.quick === true,
      isLong: ({ times }) => times >= 100,
      // Two rounds are enough to check a lab: all later ones are like the second.
      nested: (step) => (step.times > 1 ? [step.steps, step.steps] : [step.steps]),
      onlyTalks: true,
      async play(step, context) {
        const rounds = Array.from({ length: step.times }, (_, index) =>
          numbered(step.steps, step.as ?? "n", index + 1),
        );
        if (step["at-once"]) return context.runTogether(rounds);
        const inTurn = async () => {
          for (const round of rounds) {
            const failure = await context.play(round);
            if (failure) return failure;
          }
          return null;
        };
        return step.quick ? context.hurry(inTurn) : inTurn();
      },
    }),
  };
}

/** The steps with a number or text filled in for a name; an inner `repeat` with the same name fills in its own. */
export function numbered(steps: WrittenSteps, name: string, round: number | string): WrittenSteps {
  return steps.map((step) => {
    const inner = (step as { repeat?: { as?: string } }).repeat;
    return inner !== undefined && (inner.as ?? "n") === name ? step : fixIn(step, name, round);
  });
}

function fixIn(step: WrittenSteps[number], name: string, round: number | string): WrittenSteps[number] {
  const { repeat, together } = step as { repeat?: { steps: WrittenSteps }; together?: WrittenSteps[] };
  if (repeat) return { repeat: { ...repeat, steps: numbered(repeat.steps, name, round) } };
  if (together) return { together: together.map((branch) => numbered(branch, name, round)) };
  return fix(step, name, round);
}
