import * as z from "zod";
import { defineStep } from "./step.ts";
import type { StepFailure } from "./step-context.ts";

const single = z.union([z.string(), z.number()]);

const schema = z
  .strictObject({
    value: single.describe("A value that was captured before, or is computed from one: {seq}, {number(stamp) - asked}"),
    is: z
      .union([single, z.array(single).min(1)])
      .optional()
      .describe("The right value, or several"),
    not: single.optional().describe("A value that is wrong"),
    least: single.optional().describe("The least right number"),
    most: single.optional().describe("The greatest right number"),
  })
  .refine(
    ({ is, not, least, most }) => [is, not, least, most].some((each) => each !== undefined),
    "give at least one of is, not, least, most",
  );

export const expectValue = defineStep({
  summary:
    "A value that the program sent or printed, and `matches` captured, must be this one or lie in this range; it may also be computed from captured values.",
  example: '- expect-value: { value: "{id}", least: "{last + 1}" }',
  schema,
  onlyTalks: true,
  async play({ value, is, not, least, most }): Promise<StepFailure | null> {
    const got = String(value);
    const rightOnes = is === undefined ? null : [is].flat().map(String);
    if (rightOnes && !rightOnes.includes(got)) return differs(got, "is", rightOnes.join(" | "));
    if (not !== undefined && got === String(not)) return differs(got, "not", got);
    if (least === undefined && most === undefined) return null;
    const number = got.trim() === "" ? Number.NaN : Number(got);
    if (Number.isNaN(number)) return differs(got, "number", "");
    if (least !== undefined && number < Number(least)) return differs(got, "least", String(least));
    return most !== undefined && number > Number(most) ? differs(got, "most", String(most)) : null;
  },
});

function differs(value: string, bound: "is" | "not" | "least" | "most" | "number", wanted: string): StepFailure {
  return { code: "value-differs", facts: { value, bound, wanted } };
}
