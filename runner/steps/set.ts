import * as z from "zod";
import { defineStep } from "./step.ts";

const name = z.string().regex(/^[a-z][a-zA-Z0-9_-]*$/, "begin it with a small letter, such as asked or first-id");

export const set = defineStep({
  summary:
    "Gives names to values, which later steps can use as {name}. {now} is the time of this step, in seconds since 1970.",
  example: '- set: { asked: "{now}" }',
  schema: z.record(name, z.union([z.string(), z.number()])).describe("Names and their values"),
  onlyTalks: true,
  brings: (args) => Object.keys(args).map((each) => ({ name: each, kind: "value" as const })),
  async play(args, context) {
    for (const [each, value] of Object.entries(args)) context.values.set(each, String(value));
    return null;
  },
});
