import * as z from "zod";
import { foundProgram, isolation, statuses, testResult } from "../../runner/model/result.ts";
import { transcriptEvent } from "../../runner/model/seen.ts";
import { languages, text } from "../../runner/model/text.ts";

/** The messages between the self-check page and its server; both use these schemas. */

/** A test of the lab, before it is played. */
export const plannedTest = testResult.pick({
  ...{ id: true, program: true, title: true, why: true, maxPoints: true, optional: true, visibility: true },
});
export type PlannedTest = z.infer<typeof plannedTest>;

/** The lab's task. */
export const labView = z.strictObject({
  id: z.string(),
  title: text,
  summary: text.nullable(),
  handout: z.string().nullable().describe("Where the course material teaches it"),
  programs: z.array(z.strictObject({ role: z.string(), about: text })),
  tests: z.array(plannedTest).describe("In the lab's order"),
});

/** A run in the list of the last ones. */
export const runSummary = z.strictObject({
  n: z.int().positive(),
  reason: z.enum(["opened", "saved", "asked"]).describe("What it was for"),
  startedAt: z.iso.datetime(),
  seed: z.int().nullable(),
  state: z.enum(["playing", "done", "unclear", "broken"]),
  points: z.number(),
  most: z.number(),
  endings: z.record(z.string(), z.enum(statuses)).describe("How each test ended, by its id"),
});
export type RunSummary = z.infer<typeof runSummary>;

/** The events of a test while it is played. */
export const liveTest = z.strictObject({
  play: z.int().describe("Another number when it is played again"),
  beganAtMs: z.number().describe("On the clock of Date.now()"),
  transcript: z.array(transcriptEvent),
});
export type LiveTest = z.infer<typeof liveTest>;

/** A run as a whole. */
export const runView = z.strictObject({
  n: z.int().positive(),
  programs: z.array(foundProgram),
  isolation: isolation.nullable(),
  tests: z.record(z.string(), testResult).describe("The latest result of each test, by its id"),
  waiting: z.array(z.string()).describe("Tests that this run has still to end"),
  live: z.record(z.string(), liveTest).describe("Tests that are being played"),
  problem: text.nullable().describe("Why nothing could be played"),
});
export type RunView = z.infer<typeof runView>;

/** All that the page shows. */
export const state = z.strictObject({
  lab: labView,
  handIn: z.string(),
  language: z.enum(languages),
  runs: z.array(runSummary).describe("The last ones, the latest last"),
  now: runView.nullable(),
});
export type State = z.infer<typeof state>;

/** A change of the state. */
export const message = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("all"), state }),
  z.strictObject({ type: z.literal("run-began"), run: runSummary }),
  z.strictObject({ type: z.literal("found"), programs: z.array(foundProgram), tests: z.array(z.string()) }),
  z.strictObject({ type: z.literal("test-began"), test: z.string() }),
  z.strictObject({
    type: z.literal("seen"),
    ...{ test: z.string(), play: z.int(), beganAtMs: z.number(), events: z.array(transcriptEvent) },
  }),
  z.strictObject({ type: z.literal("test-ended"), test: testResult, run: runSummary }),
  z.strictObject({ type: z.literal("run-ended"), run: runSummary, view: runView }),
  z.strictObject({ type: z.literal("run-given-up"), n: z.int() }).describe("Something newer took its place"),
]);
export type Message = z.infer<typeof message>;

/** A request of the page to run tests. */
export const order = z.strictObject({
  tests: z.union([z.enum(["all", "failed"]), z.array(z.string()).min(1).max(1000)]),
  seed: z.enum(["same", "new"]).default("same"),
});
export type Order = z.input<typeof order>;

/** A file of the hand-in as it was in a run: each line in pieces, with the kind of word if it has one. */
export const sourceView = z.strictObject({
  file: z.string(),
  lines: z.array(z.array(z.strictObject({ words: z.string(), kind: z.string().optional() }))),
});
export type SourceView = z.infer<typeof sourceView>;
