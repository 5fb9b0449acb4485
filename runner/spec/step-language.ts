import * as z from "zod";
import { writtenText } from "../model/text.ts";
import { composites, steps as simpleSteps } from "../steps/index.ts";
import type { Step } from "../steps/step.ts";
import { oneKeyMap } from "./one-key-map.ts";

/** One step as a lab writes it: a map of its word to its arguments. */
export type WrittenStep = Record<string, unknown>;

/** The language of the labs: every word and what it does. */
export const steps: Readonly<Record<string, Step>> = {
  ...simpleSteps,
  ...composites(z.lazy(() => stepSchema)),
};

/** Any step, as a lab writes it; it reads as written, so that a report can show it in the lab's own words. */
export const stepSchema: z.ZodType<WrittenStep> = oneKeyMap(
  Object.fromEntries(Object.entries(steps).map(([word, step]) => [word, step.schema])),
  "step",
  { says: writtenText.optional().describe("What students read first when this step fails") },
);

/** A step taken apart: its word, and what that is given. */
export function wordOf(step: WrittenStep): [word: string, args: unknown] {
  return Object.entries(step).find(([word]) => word in steps) ?? ["", undefined];
}
