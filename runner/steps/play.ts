import * as z from "zod";
import { defineShortStep } from "./step.ts";
import { LabFault } from "./support/names.ts";

const value = z.union([z.string(), z.number()]);
const row = z.union([value, z.array(value).min(1)]);

const schema = z
  .strictObject({
    sequence: z.string().describe("Name of a sequence of the lab"),
    with: row.optional().describe("The values that it takes, in the order of its `takes`; a single one needs no list"),
    each: z
      .array(row)
      .min(1)
      .optional()
      .describe("Plays it once for each row of values; {n} in it is the number of the row, from 1"),
  })
  .refine(
    (step) => step.with === undefined || step.each === undefined,
    "has both `with` and `each`: remove one of them",
  );

export const play = defineShortStep({
  summary:
    "Plays the steps of one of the lab's `sequences`, as if they stood here, with the values that it takes in the place of their names.",
  example:
    '- play: begin\n- play: { sequence: asks, with: [ADD 2 3, "5"] }\n- play: { sequence: asks, each: [[SUB 3 10, "-7"], [MUL -12 12, "-144"]] }',
  short: "sequence",
  schema,
  onlyTalks: true,
  play() {
    // Once a lab has been read, it has no such steps: runner/spec/sequences.ts replaces them by the sequence.
    throw new LabFault("`play` can only be used in the tests of a lab");
  },
});

/** A `play` step taken apart. */
export interface Played {
  sequence: string;
  rows: readonly (readonly (string | number)[])[];
  /** Whether each row is a round of its own, with a number. */
  isTable: boolean;
}

/** The arguments of a `play` step taken apart; null if they are malformed. */
export function toPlayed(written: unknown): Played | null {
  const { data } = schema.safeParse(typeof written === "string" ? { sequence: written } : written);
  if (data === undefined) return null;
  const { sequence, with: single = [], each } = data;
  const rows = (each ?? [single]).map((values) => (Array.isArray(values) ? values : [values]));
  return { sequence, rows, isTable: each !== undefined };
}
