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
        .describe("The position of the port: 1, or 2 after the host; for any other order write `command`"),
    }),
    z.strictObject({ environment: z.string().describe("The environment variable that holds the port: PORT") }),
    z.strictObject({ fixed: z.int().min(1).max(65535).describe("The port that is written in the source") }),
  ])
  .describe(
    "How a program gets its port, according to the handout; programs that get it in another way are tested on the port on which they really listen",
  );

const conversation = z.enum(conversationKinds).optional();

const freshLaunch = z.literal("fresh").optional();

/** How a program of a lab is found and started. */
export const program = z.strictObject({
  kind: z
    .enum(["server", "client", "program"])
    .describe("A server listens, a client connects; a program does neither, and prints what its arguments ask for"),
  transport: z
    .enum(["tcp", "udp", "both"])
    .optional()
    .describe("both: TCP, and UDP on the same port number. @default tcp"),
  files: z.array(z.string()).min(1).describe("Globs of the file names by which it is found, best first"),
  conversation: conversation.describe("The kind of its conversations with the grader; a test may have another"),
  port: port.optional(),
  path: ownPath
    .optional()
    .describe(
      "Instead of a port, the path of a stream socket of AF_UNIX in its working folder, at which a server listens and to which a client connects; {path} in the command",
    ),
  command: z
    .string()
    .regex(/^(?=\S)(?!.*\s$)/, "write arguments without blanks around them, such as {host} {port} {words}")
    .optional()
    .describe(
      "Its arguments, if there are more than the port: {host} {port} {words}; {words} are the arguments that a test gives. Replaces `port`",
    ),
  host: z
    .string()
    .optional()
    .describe("The host to which it connects or at which it listens, and {host} in the command. @default localhost"),
  reference: z
    .string()
    .optional()
    .describe(
      "A correct program, as a path from this file; tests can start it as reference-<role>, alongside the hand-in's",
    ),
  launch: freshLaunch.describe("fresh: every test of this program has a launch of its own"),
  run: z.boolean().optional().describe("Whether a hand-in's wirecheck.yaml may say how it is run. @default true"),
});
export type Program = z.infer<typeof program>;

/** A program of the lab that tests start alongside those of the hand-in. */
export const helper = program
  .pick({ kind: true, transport: true, port: true, path: true, command: true, host: true })
  .extend({
    file: z.string().describe("The program, as a path from this file; other files in its folder are copied with it"),
  });

/** How long a program may idle, and the resources that it may use. */
export const limits = z.strictObject({
  idle: duration.optional().describe("How long a program may idle before an expected event. @default 5s"),
  processor: duration
    .optional()
    .describe("CPU time that it may use before an expected event, or for each 256 KiB of many bytes. @default 5s"),
  memory: z.int().positive().optional().describe("MiB of memory for all its processes together. @default 512"),
  processes: z.int().positive().optional().describe("Processes and threads. @default 256"),
  output: z.int().positive().optional().describe("MiB that it may print. @default 4"),
});

const files = z
  .record(ownPath, namedPayload)
  .describe("Files that every program finds in its working folder, by their paths there");

/** One conversation with a program, and its points. */
export const test = z.strictObject({
  id,
  program: z
    .string()
    .optional()
    .describe("The program under test. @default that of the last `gate` before it, or the lab's first"),
  title: writtenText,
  why: writtenText.describe("The idea that the test teaches"),
  points: z.number().nonnegative(),
  needs: z
    .array(id)
    .optional()
    .describe(
      "Gates: if one of these tests fails, this test is skipped. @default the last `gate` of its program before it",
    ),
  gate: z
    .literal(true)
    .optional()
    .describe(
      "The tests that follow are of the same program and need this one, unless they have a `program` or `needs` of their own",
    ),
  optional: z.boolean().optional().describe("Extra credit beyond the lab's points. @default false"),
  visibility: z
    .enum(["visible", "hidden"])
    .optional()
    .describe("hidden: students see only its title. @default visible"),
  conversation: conversation.describe(
    "The kind of its conversation. @default that of its program, or the one that follows from the steps",
  ),
  limits: limits.optional(),
  launch: freshLaunch.describe(
    "fresh: a launch of its own. Otherwise, tests that only talk to a server share a launch, as long as each passes and leaves the server at rest",
  ),
  files: files.optional().describe("Files of this test, in addition to those of the lab"),
  payloads: z.record(z.string(), namedPayload).optional().describe("Bytes that steps refer to by name"),
  steps: z.array(stepSchema).min(1),
  "try-it": z
    .string()
    .optional()
    .describe(
      "A command with which students can try it; {program} is the command that runs the program, {run} the same with a port, {port} that port",
    ),
});
export type Test = z.infer<typeof test>;

/** Steps that tests play by name. */
export const sequence = z.union([
  z.array(stepSchema).min(1),
  z.strictObject({
    takes: z
      .array(z.string().regex(/^[a-z][a-z0-9]*$/, "write a name in small letters, such as question"))
      .min(1)
      .describe("Names that its texts contain as {name}; the step that plays it gives their values"),
    steps: z.array(stepSchema).min(1),
  }),
]);

/** A question that a person marks: its points come from `--marks`. */
export const question = z.strictObject({
  id: id.refine((name) => name !== "total", "is the name of the whole grade in marks: choose another"),
  title: writtenText,
  text: writtenText.optional().describe("The full question, if its title is not enough"),
  points: z.number().nonnegative(),
  rubric: z
    .array(writtenText)
    .min(1)
    .describe("What an answer gets points for, one part a line; only instructors see it"),
});

/** The folders with the lists of libraries that are installed, by language. */
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
    `Libraries that hand-ins may use, installed once before grading: for each language a folder with the files that list them. ${[...setups].map(([language, { manifests }]) => `${language}: ${manifests.join(" and ")}`).join("; ")}`,
  ) as unknown as z.ZodType<Readonly<Record<string, string>>>;
export type Setup = z.infer<typeof setup>;

const flakyRule = z.enum(["fails", "passes", "majority"]);

/** A lab: programs to hand in and the tests that grade them, questions that a person marks, or both. */
export const lab = z.strictObject({
  id,
  title: writtenText,
  handout: z.string().optional().describe("The part of the course material that teaches it: document and section"),
  summary: writtenText.optional().describe("What the hand-in must do, in a few sentences"),
  points: z
    .number()
    .positive()
    .optional()
    .describe("The sum of the points of all questions and all tests that are not optional. @default 100"),
  programs: z.record(id, program).default({}).describe("The programs to hand in, by role"),
  helpers: z
    .record(id, helper)
    .optional()
    .describe(
      "Programs of the lab, started by name; if one ends with a status other than 0, the test is an error, not a failure",
    ),
  files: files.optional(),
  setup: setup.optional(),
  world: world.optional().describe("The machine and the names that programs see; only in a network of their own"),
  limits: limits.optional(),
  flaky: flakyRule
    .optional()
    .describe(
      "The result of a test that both passes and fails with the same seed; majority: the result of three of at most five runs. @default majority",
    ),
  unsteady: flakyRule.optional().describe("The former name of `flaky`; deprecated"),
  sequences: z
    .record(id, sequence)
    .optional()
    .describe("Steps that several tests have in common, by name: `play` puts them into a test"),
  tests: z.array(test).default([]),
  questions: z.array(question).min(1).optional().describe("Questions that are answered in writing and marked by hand"),
});
export type Lab = z.infer<typeof lab>;
