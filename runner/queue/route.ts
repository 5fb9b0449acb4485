import * as z from "zod";
import { isolation } from "../model/result.ts";

/**
 * What a worker must offer to grade a hand-in; each combination has its own queue, so that no other worker gets the
 * hand-in.
 */
export const route = z.strictObject({
  wirecheck: z.string().describe("Its version"),
  tier: isolation.shape.tier,
  watch: z.boolean().describe("Whether the program watch decides"),
  labels: z.array(z.string()).describe("Labels that it must have, sorted"),
  key: z.string().describe("The id of the course key"),
});
export type Route = z.infer<typeof route>;

/** The name of the queue for this route. */
export function queueName({ wirecheck, tier, watch, labels, key }: Route): string {
  return [wirecheck, tier, ...(watch ? [] : ["no-watch"]), key, ...labels].join("_");
}

/** The queues that a worker grades from: those that need none, some or all of its labels. */
export function queuesOf(worker: Route): string[] {
  const subsets: string[][] = [[]];
  for (const label of worker.labels) subsets.push(...subsets.map((set) => [...set, label]));
  return subsets.map((labels) => queueName({ ...worker, labels }));
}

/** Why a worker never gets the hand-ins of a class, worded to follow "the worker"; null when it gets them. */
export function mismatch(wanted: Route, worker: Route): string | null {
  if (worker.wirecheck !== wanted.wirecheck) return `is wirecheck ${worker.wirecheck}, and not ${wanted.wirecheck}`;
  if (worker.key !== wanted.key) return "has another course key";
  if (worker.tier !== wanted.tier) return `has tier ${worker.tier}, and not ${wanted.tier}`;
  if (worker.watch !== wanted.watch) return worker.watch ? "watches programs" : "does not watch programs";
  const missing = wanted.labels.filter((label) => !worker.labels.includes(label));
  return missing.length > 0 ? `lacks the label ${missing.join(", ")}` : null;
}

/** Parses `gpu,java` into sorted labels; null when a label is invalid or there are too many. */
export function parseLabels(written: string): string[] | null {
  const labels = [...new Set(written.split(",").map((label) => label.trim()))].sort();
  return labels.length <= mostLabels && labels.every((label) => /^[a-z0-9][a-z0-9-]{0,30}$/.test(label))
    ? labels
    : null;
}

/** Few, because each label doubles the number of queues that a worker listens to. */
export const mostLabels = 4;
