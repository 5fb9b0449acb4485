import * as z from "zod";
import { writtenText } from "../model/text.ts";
import { composites, steps as simpleSteps } from "../steps/index.ts";
import type { Step } from "../steps/step.ts";
import { oneKeyMap } from "./one-key-map.ts";

/** A step as a lab writes it: a map of its word to its arguments. */
export type WrittenStep = Record<string, unknown>;

/** The language of labs: all steps by name. */
export const steps: Readonly<Record<string, Step>> = {
  ...simpleSteps,
  ...composites(z.lazy(() => stepSchema)),
};

/** The schema of any step. Its output is the step as written, so that a report can show it. */
export const stepSchema: z.ZodType<WrittenStep> = oneKeyMap(
  Object.fromEntries(Object.entries(steps).map(([word, step]) => [word, step.schema])),
  "step",
  { says: writtenText.optional().describe("What students read first when this step fails") },
);

/** A step taken apart: its name and its arguments. */
export function wordOf(step: WrittenStep): [word: string, args: unknown] {
  return Object.entries(step).find(([word]) => word in steps) ?? ["", undefined];
}
