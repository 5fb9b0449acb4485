import * as z from "zod";
import { failure } from "./failure.ts";
import { transcriptEvent } from "./seen.ts";
import { text } from "./text.ts";

/** Increased by one whenever an older reader would misread newer result files. */
export const schemaVersion = 1;

/** A misconception that the evidence proves. */
export const diagnosis = z.strictObject({
  code: z.string().describe("Public name of the misconception, one of those that docs/reference.md lists"),
  saw: text.describe("What was seen in this run, with numbers and names"),
  idea: text.describe("The idea behind it"),
  look: text.describe("What to look at"),
  name: text.optional().describe("Its name in this case, if that is more precise than the name of the code"),
  error: z.string().optional().describe("The error that the program, its runtime or its compiler printed, on one line"),
  lines: z
    .array(z.strictObject({ file: z.string(), line: z.int().positive() }))
    .optional()
    .describe("Lines of the student's files that a traceback or the compiler names, innermost first"),
});
export type Diagnosis = z.infer<typeof diagnosis>;

/** How a test ended; `error` is a fault of the grader or the machine and never costs a mark. */
export const statuses = ["passed", "failed", "skipped", "error"] as const;
export type Status = (typeof statuses)[number];

/** How often a test was played with one seed, and how often it failed. */
export const plays = z.strictObject({ played: z.int(), failed: z.int() });
export type Plays = z.infer<typeof plays>;

/** The parts of an outcome about how often a test was played, and on which launch. */
export const howPlayed = {
  flaky: z
    .array(transcriptEvent)
    .optional()
    .describe("If the same test both passed and failed with the same seed: what was seen when it passed"),
  plays: plays.optional().describe("How often a flaky test was played, and how often it failed"),
  sharedLaunch: z.boolean().optional().describe("Whether it passed on a launch that earlier tests had used"),
};

/** One test of a lab, played once. */
export const testResult = z.strictObject({
  id: z.string(),
  program: z.string().describe("The program of the lab under test: server or client"),
  title: text,
  why: text.describe("The idea that the test teaches"),
  status: z.enum(statuses),
  points: z.number().nonnegative(),
  maxPoints: z.number().nonnegative(),
  optional: z.boolean().describe("Extra credit: counts when passed, costs nothing when not"),
  visibility: z.enum(["visible", "hidden"]),
  message: z.string().nullable().describe("What went wrong in one paragraph, in the run's language; null when passed"),
  skippedFor: z.string().optional().describe("The gate whose failure skipped this test"),
  unplayable: text
    .optional()
    .describe(
      "Why it could not be played on this machine or with this program: skipped, and not among the available points",
    ),
  failure: failure.nullable(),
  diagnosis: diagnosis.nullable(),
  tryIt: z.string().nullable().describe("A command line with which a student can see it"),
  durationMs: z.number().nonnegative(),
  transcript: z.array(transcriptEvent),
  ...howPlayed,
  output: z.strictObject({ stdout: z.string(), stderr: z.string() }),
});
export type TestResult = z.infer<typeof testResult>;

/** A question of the lab that a person marks. */
export const questionResult = z.strictObject({
  id: z.string(),
  title: text,
  text: text.optional().describe("The full question"),
  rubric: z.array(text).optional().describe("What an answer gets points for; only for instructors"),
  points: z.number().nullable().describe("The points of the answer; null: not marked yet"),
  maxPoints: z.number().nonnegative(),
  comment: z.string().optional().describe("The note of who marked it; only for instructors"),
});
export type QuestionResult = z.infer<typeof questionResult>;

/** How the student's programs were isolated from the machine. */
export const isolation = z.strictObject({
  tier: z
    .enum(["full", "ports", "local"])
    .describe(
      "full: a network and sandbox of its own; ports: free ports on the machine's own network; local: the same, seen from outside only, for students who check their own work",
    ),
  network: z.boolean().describe("Whether each test had a network of its own"),
  address: z.boolean().default(false).describe("Whether each test had addresses of its own on the machine's network"),
  sandbox: z.boolean().describe("Whether each program saw only its toolchain of the machine"),
  files: z.boolean().default(false).describe("Whether each program could open only its own files and the system's"),
  signals: z.boolean().default(false).describe("Whether each program could signal only its own processes"),
  unprivilegedUser: z.boolean().describe("Whether each program ran as a user of its own, without privileges"),
  why: text.optional().describe("Why it is not full"),
});
export type Isolation = z.infer<typeof isolation>;

/** How a program of the hand-in was found and how it takes its port. */
export const foundProgram = z.strictObject({
  role: z.string(),
  file: z.string().nullable().describe("Path within the hand-in; null: it was not found"),
  language: z.string().nullable(),
  port: text.nullable().describe("How it takes its port: --port N, as an argument, PORT, written in the source, …"),
  byHand: z
    .strictObject({
      program: z.string().describe("What a student types to run it, without its port"),
      run: z.string().describe("The same with a port that every user may use, or with the port in its source"),
      port: z.int().describe("That port"),
    })
    .nullable()
    .describe("How to run it without wirecheck"),
  build: z.string().nullable().describe("The compiler's output, if it failed"),
  note: text.optional().describe("What the student should know about how the program was found"),
  lacks: text.optional().describe("What is missing on the grader or its machine to run it: its tests are then errors"),
});
export type FoundProgram = z.infer<typeof foundProgram>;

/** The result of one graded hand-in; every report is a pure function of it. */
export const result = z.strictObject({
  schemaVersion: z.literal(schemaVersion),
  lab: z.strictObject({ id: z.string(), title: text }),
  submission: z.strictObject({
    id: z.string(),
    sha256: z.string().describe("Digest over the names and contents of the files graded"),
  }),
  programs: z.array(foundProgram),
  language: z.enum(["en", "id"]).describe("Language of the messages"),
  seed: z
    .int()
    .nonnegative()
    .nullable()
    .describe("Seed of all random payloads; --seed repeats it. null if hidden tests could be derived from it"),
  isolation,
  versions: z.record(z.string(), z.string()).describe("wirecheck, node, kernel and the toolchains used"),
  startedAt: z.iso.datetime(),
  durationMs: z.number().nonnegative(),
  score: z.number().nonnegative(),
  maxScore: z.number().nonnegative(),
  tests: z.array(testResult),
  questions: z.array(questionResult).optional().describe("What a person marks, in the lab's order"),
});
export type Result = z.infer<typeof result>;
