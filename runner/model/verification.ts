import * as z from "zod";
import { schemaVersion, statuses } from "./result.ts";
import { text } from "./text.ts";

/** Where a program whose grade is known in advance was graded otherwise. */
export const complaint = z.discriminatedUnion("code", [
  z.strictObject({ code: z.literal("missed"), test: z.string() }).describe("It should have failed this test"),
  z
    .strictObject({ code: z.literal("missed-by-skip"), test: z.string() })
    .describe("It should have failed this test, which was skipped because a gate failed"),
  z
    .strictObject({ code: z.literal("false-alarm"), test: z.string(), message: z.string() })
    .describe("It should have passed this test; the message is what it was told instead"),
  z.strictObject({ code: z.literal("not-skipped"), test: z.string() }).describe("It should not have come to this test"),
  z
    .strictObject({
      code: z.literal("other-diagnosis"),
      test: z.string(),
      expected: z.string().nullable(),
      found: z.string().nullable(),
    })
    .describe("It failed as it should, but was told another reason"),
  z
    .strictObject({ code: z.literal("undecided"), test: z.string(), message: z.string() })
    .describe("The machine or wirecheck failed"),
  z.strictObject({ code: z.literal("unknown-test"), test: z.string() }).describe("The lab has no such test to fail"),
  z.strictObject({ code: z.literal("not-graded"), message: z.string() }).describe("It could not be graded at all"),
]);
export type Complaint = z.infer<typeof complaint>;

/** A program whose grade is known in advance, and how it was graded. */
export const provenProgram = z.strictObject({
  name: z.string(),
  kind: z
    .enum(["reference", "correct", "flawed"])
    .describe("reference: earns every mark, extra credit too; correct: loses none; flawed: fails what it must"),
  about: z.string().nullable().describe("Its flaw, or the style in which it is written"),
  tests: z
    .record(
      z.string(),
      z.strictObject({
        status: z.enum(statuses),
        expected: z.boolean(),
        unplayable: z.literal(true).optional().describe("This machine cannot play it: it proves nothing either way"),
      }),
    )
    .describe("How each of its tests ended, and whether that was to be expected"),
  missing: z.string().nullable().describe("The packages without which it cannot be run on this machine"),
  complaints: z.array(complaint),
});
export type ProvenProgram = z.infer<typeof provenProgram>;

/** A mutant that no test fails. */
export const survivor = z.strictObject({
  line: z.int().positive().describe("The line at which it begins to differ from the reference"),
  place: z
    .string()
    .describe("Its name within the file: the line and, if that has several, which of them it is: 12, 12.2"),
  removed: z.array(z.string()).describe("The reference's lines that it lacks"),
  added: z.array(z.string()).describe("The lines that it has in their place"),
  seenIn: z.array(z.string()).describe("The tests in which it was seen to do something else, which they do not mind"),
  neverRun: z.literal(true).optional().describe("No test runs the line at all"),
});
export type Survivor = z.infer<typeof survivor>;

/** What became of small mistakes that were made in a file of a reference, one at a time. */
export const mutation = z.strictObject({
  program: z.string(),
  file: z.string(),
  made: z.int().nonnegative().describe("How many mutants there are"),
  known: z.int().nonnegative().describe("How many of them mutants.yaml lists, which were left out"),
  tried: z.int().nonnegative().describe("How many of them were tried"),
  survivors: z.array(survivor),
  lacks: z.string().optional().describe("What this machine lacks to make mutants of it"),
});
export type Mutation = z.infer<typeof mutation>;

/** What `verify` found out about one lab. */
export const verification = z.strictObject({
  schemaVersion: z.literal(schemaVersion),
  lab: z.strictObject({ id: z.string(), title: text, points: z.number() }),
  seed: z.int().nonnegative(),
  chosen: z
    .boolean()
    .describe("Whether only some of its programs were asked for: what they leave unproven then counts for nothing"),
  programs: z.array(provenProgram),
  tests: z.array(
    z.strictObject({
      id: z.string(),
      failedBy: z.array(z.string()).describe("The flawed programs that fail it; a test without one proves nothing"),
      unplayable: z.literal(true).optional().describe("This machine cannot play it, and so it is not counted"),
    }),
  ),
  score: z.strictObject({
    flaws: z.int().nonnegative(),
    flawsCaught: z.int().nonnegative(),
    tests: z.int().nonnegative(),
    testsJustified: z.int().nonnegative(),
    falseAlarms: z.int().nonnegative().describe("Tests that a program failed without having to"),
    references: z.int().nonnegative(),
  }),
  mutations: z.array(mutation).optional().describe("What --mutate showed; survivors are hints and no complaints"),
  holds: z.boolean().describe("Whether the lab does all that it promises"),
});
export type Verification = z.infer<typeof verification>;
