import * as z from "zod";
import { setups } from "../launchers/setups.ts";
import { conversationKinds } from "../model/conversation-kind.ts";
import { writtenText } from "../model/text.ts";
import { ownPath } from "../steps/support/names.ts";
import { namedPayload } from "../steps/support/payload.ts";
import { duration } from "../steps/support/units.ts";
import { stepSchema } from "./step-language.ts";
import { world } from "./world.ts";

const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, "write an id in small letters, digits and hyphens, such as split-message");

const port = z
  .union([
    z.strictObject({ flag: z.string().describe("The option that takes the port: --port") }),
    z.strictObject({
      argument: z
        .union([z.literal(1), z.literal(2)])
        .describe("Which argument is the port: 1, or 2 after the host; for any other order write `command`"),
    }),
    z.strictObject({ environment: z.string().describe("The environment variable that holds the port: PORT") }),
    z.strictObject({ fixed: z.int().min(1).max(65535).describe("The port that the handout writes into the source") }),
  ])
  .describe(
    "How the handout asks for the port; programs that take it otherwise are exercised where they really listen",
  );

const conversation = z.enum(conversationKinds).optional();

/** How a program of a lab is found and started. */
export const program = z.strictObject({
  kind: z
    .enum(["server", "client", "program"])
    .describe("A server listens, a client dials; a program does neither, and is told by its arguments what to print"),
  transport: z
    .enum(["tcp", "udp", "both"])
    .optional()
    .describe("both: TCP first of all, and UDP on the same port number. @default tcp"),
  files: z.array(z.string()).min(1).describe("Globs of the file names by which it is found, best first"),
  conversation: conversation.describe("What it and the grader talk about; a test may say otherwise"),
  port: port.optional(),
  path: ownPath
    .optional()
    .describe(
      "In the place of a port, the path of a stream socket of AF_UNIX in its working folder, at which a server listens and to which a client connects; {path} in the command",
    ),
  command: z
    .string()
    .regex(/^(?=\S)(?!.*\s$)/, "write arguments without blanks around them, such as {host} {port} {words}")
    .optional()
    .describe(
      "Its arguments, where the handout names more than the port: {host} {port} {words}; {words} are those that a test gives it. Takes the place of `port`",
    ),
  host: z
    .string()
    .optional()
    .describe("The host that the handout names, and {host} in the command. @default localhost"),
  reference: z
    .string()
    .optional()
    .describe("A correct program, as a path from this file; tests start it as reference-<role>, beside the hand-in's"),
  run: z.boolean().optional().describe("Whether a hand-in's wirecheck.yaml may say how it is run. @default true"),
});
export type Program = z.infer<typeof program>;

/** A program of the lab's own that tests start beside those of the hand-in. */
export const helper = program
  .pick({ kind: true, transport: true, port: true, path: true, command: true, host: true })
  .extend({ file: z.string().describe("The program, as a path from this file; what lies beside it goes with it") });

/** How long a test may go on without anything happening, and what a program may use up. */
export const limits = z.strictObject({
  idle: duration.optional().describe("How long a program may idle before an expected event. @default 5s"),
  processor: duration
    .optional()
    .describe(
      "CPU time it may use before an expected event, or for each 256 KiB where many bytes are to pass. @default 5s",
    ),
  memory: z.int().positive().optional().describe("MiB of memory for all its processes together. @default 512"),
  processes: z.int().positive().optional().describe("Processes and threads. @default 256"),
  output: z.int().positive().optional().describe("MiB that it may print. @default 4"),
});

const files = z
  .record(ownPath, namedPayload)
  .describe("Files that every program finds in its working folder, by their paths there");

/** One conversation with a program, and what it is worth. */
export const test = z.strictObject({
  id,
  program: z.string().optional().describe("The program under test. @default the lab's first"),
  title: writtenText,
  why: writtenText.describe("The idea that the test teaches"),
  points: z.number().nonnegative(),
  needs: z.array(id).optional().describe("Gates: where one of them fails, this test is skipped"),
  optional: z.boolean().optional().describe("Extra credit beyond the lab's points. @default false"),
  visibility: z
    .enum(["visible", "hidden"])
    .optional()
    .describe("hidden: students see no more than its title. @default visible"),
  conversation: conversation.describe(
    "What its conversation is about. @default what its program's is, or what the steps do",
  ),
  limits: limits.optional(),
  launch: z
    .literal("fresh")
    .optional()
    .describe(
      "fresh: a launch of its own. Tests that only talk to a server share one otherwise, as long as each passes and leaves the server at rest",
    ),
  files: files.optional().describe("Files of this test alone, beside those of the lab"),
  payloads: z.record(z.string(), namedPayload).optional().describe("Bytes that steps refer to by name"),
  steps: z.array(stepSchema).min(1),
  "try-it": z
    .string()
    .optional()
    .describe(
      "A command with which a student sees it; {program} stands for the command that runs the program, {run} for the same with a port, {port} for that port",
    ),
});
export type Test = z.infer<typeof test>;

/** A question that a person marks: its points come from `--marks`. */
export const question = z.strictObject({
  id: id.refine((name) => name !== "total", "is what marks call a whole grade: choose another"),
  title: writtenText,
  text: writtenText.optional().describe("The question in full, where its title is not enough"),
  points: z.number().nonnegative(),
  rubric: z
    .array(writtenText)
    .min(1)
    .describe("What an answer earns its points for, one part a line; instructors alone see it"),
});

/** The folders with what says which libraries are installed, by language. */
export const setup = z
  .strictObject(
    Object.fromEntries(
      [...setups].map(([language, { manifests }]) => [
        language,
        z
          .string()
          .min(1)
          .optional()
          .describe(`Folder with the ${manifests.join(" and ")} of ${language}, as a path from this file`),
      ]),
    ),
  )
  .describe(
    `Libraries that hand-ins may use, installed once before any is graded: for each language a folder with what says which. ${[...setups].map(([language, { manifests }]) => `${language}: ${manifests.join(" and ")}`).join("; ")}`,
  ) as unknown as z.ZodType<Readonly<Record<string, string>>>;
export type Setup = z.infer<typeof setup>;

const flakyRule = z.enum(["fails", "passes", "majority"]);

/** A lab: programs to hand in and the tests that grade them, questions that a person marks, or both. */
export const lab = z.strictObject({
  id,
  title: writtenText,
  handout: z.string().optional().describe("Where the course material teaches it: document and section"),
  summary: writtenText.optional().describe("What the hand-in must do, in a few sentences"),
  points: z
    .number()
    .positive()
    .optional()
    .describe("What the points of all questions and all tests but the optional ones sum to. @default 100"),
  programs: z.record(id, program).default({}).describe("The programs to hand in, by role"),
  helpers: z
    .record(id, helper)
    .optional()
    .describe(
      "Programs of the lab's own, started by name; one that ends with a status other than 0 makes the test an error, never a failure",
    ),
  files: files.optional(),
  setup: setup.optional(),
  world: world.optional().describe("What the programs find besides themselves; only in a network of their own"),
  limits: limits.optional(),
  flaky: flakyRule
    .optional()
    .describe(
      "What becomes of a test that both passes and fails under the same seed; majority: what it does three times of at most five. @default majority",
    ),
  unsteady: flakyRule.optional().describe("The same by the name that it had before; deprecated"),
  tests: z.array(test).default([]),
  questions: z.array(question).min(1).optional().describe("Questions that are answered in writing and marked by hand"),
});
export type Lab = z.infer<typeof lab>;
