import { pathToFileURL } from "node:url";
import * as z from "zod";
import { defineStep } from "./step.ts";
import type { StepContext } from "./step-context.ts";
import { LabFault } from "./support/names.ts";
import { type StepFunction, StepsEnd, toPlay } from "./support/play.ts";

export const call = defineStep({
  summary:
    "Calls a function of a lab in TypeScript or JavaScript; `defineLab` makes this step of a function among a lab's steps.",
  example: "- call: { module: lab.mjs, at: tests.0.steps.2, name: check }",
  schema: z.strictObject({
    module: z.string().describe("The module whose default export is the lab"),
    at: z.string().describe("The path of the function within the lab"),
    name: z.string().describe("The name of the function"),
  }),
  races: () => true,
  async play({ module, at }, context: StepContext) {
    const step = await functionAt(module, at);
    try {
      await step(toPlay(context));
      return null;
    } catch (end) {
      if (end instanceof StepsEnd) return end.failure;
      throw end;
    }
  },
});

async function functionAt(module: string, at: string): Promise<StepFunction> {
  const { default: lab } = (await import(pathToFileURL(module).href)) as { default: unknown };
  const found = at
    .split(".")
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], lab);
  if (typeof found !== "function") throw new LabFault(`the lab has no function at ${at}`);
  return found as StepFunction;
}
