import * as z from "zod";
import { schemaVersion, statuses } from "./result.ts";
import { text } from "./text.ts";

/** A difference between the grade of a program and the one that was known in advance. */
export const complaint = z.discriminatedUnion("code", [
  z.strictObject({ code: z.literal("missed"), test: z.string() }).describe("It should have failed this test"),
  z
    .strictObject({ code: z.literal("missed-by-skip"), test: z.string() })
    .describe("It should have failed this test, which was skipped because a gate failed"),
  z
    .strictObject({ code: z.literal("false-alarm"), test: z.string(), message: z.string() })
    .describe("It should have passed this test; the message is that of its failure"),
  z.strictObject({ code: z.literal("not-skipped"), test: z.string() }).describe("This test should have been skipped"),
  z
    .strictObject({
      code: z.literal("other-diagnosis"),
      test: z.string(),
      expected: z.string().nullable(),
      found: z.string().nullable(),
    })
    .describe("It failed as it should, but with another diagnosis"),
  z
    .strictObject({ code: z.literal("undecided"), test: z.string(), message: z.string() })
    .describe("The machine or wirecheck failed"),
  z.strictObject({ code: z.literal("unknown-test"), test: z.string() }).describe("The lab does not have this test"),
  z.strictObject({ code: z.literal("not-graded"), message: z.string() }).describe("It could not be graded"),
]);
export type Complaint = z.infer<typeof complaint>;

/** A program whose grade is known in advance, and how it was graded. */
export const provenProgram = z.strictObject({
  name: z.string(),
  kind: z
    .enum(["reference", "correct", "flawed"])
    .describe(
      "reference: gets full marks, including extra credit; correct: loses no marks; flawed: fails the tests that it must fail",
    ),
  about: z.string().nullable().describe("Its flaw, or the style in which it is written"),
  tests: z
    .record(
      z.string(),
      z.strictObject({
        status: z.enum(statuses),
        expected: z.boolean(),
        diagnosis: z.string().optional().describe("The diagnosis of its failure, if one was proven"),
        unplayable: z.string().optional().describe("Why it cannot be played here, so that it proves nothing"),
      }),
    )
    .describe("How each of its tests ended, and whether that was expected"),
  missing: z.string().nullable().describe("The packages that are missing on this machine to run it"),
  complaints: z.array(complaint),
});
export type ProvenProgram = z.infer<typeof provenProgram>;

/** A mutant that no test fails. */
export const survivor = z.strictObject({
  line: z.int().positive().describe("The line at which it begins to differ from the reference"),
  place: z
    .string()
    .describe("Its name within the file: the line and, if the line has several mutants, a number: 12, 12.2"),
  removed: z.array(z.string()).describe("The lines of the reference that it does not have"),
  added: z.array(z.string()).describe("The lines that it has instead"),
  seenIn: z.array(z.string()).describe("The tests in which it did something else, without failing"),
  neverRun: z.literal(true).optional().describe("No test runs the line"),
});
export type Survivor = z.infer<typeof survivor>;

/** The results of small mistakes that were made in a file of a reference, one at a time. */
export const mutation = z.strictObject({
  program: z.string(),
  file: z.string(),
  made: z.int().nonnegative().describe("How many mutants there are"),
  known: z.int().nonnegative().describe("How many of them are listed in mutants.yaml, and were left out"),
  tried: z.int().nonnegative().describe("How many of them were tried"),
  survivors: z.array(survivor),
  lacks: z.string().optional().describe("What is missing on this machine to make mutants of it"),
});
export type Mutation = z.infer<typeof mutation>;

/** The result of `verify` for one lab. */
export const verification = z.strictObject({
  schemaVersion: z.literal(schemaVersion),
  lab: z.strictObject({ id: z.string(), title: text, points: z.number() }),
  seed: z.int().nonnegative(),
  chosen: z
    .boolean()
    .describe("Whether only some of its programs were chosen: tests that these do not prove are then not faults"),
  programs: z.array(provenProgram),
  tests: z.array(
    z.strictObject({
      id: z.string(),
      failedBy: z.array(z.string()).describe("The flawed programs that fail it; a test without one proves nothing"),
      unplayable: z.literal(true).optional().describe("This machine cannot play it, so that it does not count"),
    }),
  ),
  score: z.strictObject({
    flaws: z.int().nonnegative(),
    flawsCaught: z.int().nonnegative(),
    tests: z.int().nonnegative(),
    testsJustified: z.int().nonnegative(),
    falseAlarms: z.int().nonnegative().describe("Tests that programs failed and should have passed"),
    references: z.int().nonnegative(),
  }),
  mutations: z.array(mutation).optional().describe("The result of --mutate; survivors are hints, not faults"),
  holds: z
    .boolean()
    .describe("Whether all programs were graded as expected and, unless chosen, every test is failed by a flaw"),
});
export type Verification = z.infer<typeof verification>;
