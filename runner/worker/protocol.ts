import * as z from "zod";
import { passedLimit } from "../model/failure-facts.ts";
import { outcome } from "../model/outcome.ts";
import { portMethod } from "../model/port-method.ts";
import { launchable, preparedCommand, preparedProgram } from "../model/prepared-program.ts";
import { isolation } from "../model/result.ts";
import { transcriptEvent } from "../model/seen.ts";
import { limits, type Test, test } from "../spec/lab.ts";
import { world } from "../spec/world.ts";

/** A test as it was read from its lab. It is not checked again for each call: that would take a twentieth of a worker's CPU time. */
const readTest = z.custom<Test>((value) => typeof value === "object" && value !== null && "steps" in value);

/** The result of a build: the exit status of the first command that failed, or 0, and all output. */
export const buildReport = z.strictObject({ status: z.int(), output: z.string(), limit: passedLimit.nullable() });
export type BuildReport = z.infer<typeof buildReport>;

/** How a program takes its port; null if it never listened or called, and did not compute for ever either. */
export const discovered = preparedProgram
  .pick({ method: true, sourcePort: true, defaultPort: true, dials: true, computesOn: true })
  .nullable();
export type Discovered = z.infer<typeof discovered>;

/** The result of one step of a session. */
const played = outcome.extend({
  values: z.record(z.string(), z.string()).describe("What {name} stands for in the steps to come"),
  isMisuse: z.boolean().describe("Whether the step itself was wrong: nothing was played, and the session goes on"),
});

const minuteMs = 60_000;

/**
 * The calls of the main process to a worker: parameters and answer, which both processes check, and the time after which the worker
 * counts as hung. No answer takes that long, because each wait within a call has its own time limit.
 */
export const methods = {
  /** Opens the worker's arena; always the first call. */
  open: {
    params: z.strictObject({
      tier: isolation.shape.tier,
      scratch: z.string(),
      watch: z.boolean().describe("Whether programs are watched; else fixed time limits decide"),
    }),
    answer: isolation,
    longestMs: 2 * minuteMs,
  },
  /** Runs the commands of a build in the sandbox, one after another. */
  build: {
    params: z.strictObject({
      commands: z.array(preparedCommand),
      files: z.string(),
      build: z.string(),
      toolFolders: z.array(z.string()),
    }),
    answer: buildReport,
    longestMs: 15 * minuteMs,
  },
  /** Finds out how a program takes its port, by launching it in several ways. */
  discover: {
    params: z.strictObject({
      program: preparedProgram.extend({ launch: launchable }),
      methods: z.array(portMethod).min(1).describe("Best guess first"),
      portsInSource: z.array(z.int()).describe("Numbers in its source that may be ports"),
      limits: limits.optional(),
      world: world.optional(),
      files: test.shape.files.describe("What it finds in its working folder"),
      words: z.array(z.string()).optional().describe("Other arguments that its tests give it"),
    }),
    answer: discovered,
    longestMs: 10 * minuteMs,
  },
  /** Plays one test. */
  play: {
    params: z.strictObject({
      test: readTest,
      role: z.string(),
      programs: z.array(preparedProgram),
      seed: z.string(),
      limits: limits.optional(),
      world: world.optional(),
      computesOn: z
        .boolean()
        .optional()
        .describe("Whether its program is known to compute for ever in some test. @default false"),
      launch: z
        .string()
        .optional()
        .describe("Name of the launch that it may share with the calls before it. @default a launch of its own"),
    }),
    answer: outcome,
    longestMs: 10 * minuteMs,
  },
  /** Begins a test whose steps come one at a time, with calls of `playStep` that end with one of `endSession`. */
  beginSession: {
    params: z.strictObject({
      role: z.string(),
      programs: z.array(preparedProgram),
      seed: z.string(),
      limits: limits.optional(),
      world: world.optional(),
      files: test.shape.files.describe("What every program finds in its working folder"),
      tracesCalls: z.boolean().describe("Whether its steps may ask for the socket calls of programs"),
      keptFiles: z
        .array(z.string())
        .describe("Files of programs that its steps may read after the programs have ended"),
    }),
    answer: played,
    longestMs: minuteMs,
  },
  /** Plays the next step of the session. */
  playStep: {
    params: z.strictObject({ step: z.record(z.string(), z.unknown()) }),
    answer: played,
    longestMs: 10 * minuteMs,
  },
  /** Ends the session and all its programs. */
  endSession: { params: z.null(), answer: z.null(), longestMs: minuteMs },
  /** Ends the shared launch, if there is one. */
  endLaunch: { params: z.null(), answer: z.null(), longestMs: minuteMs },
} satisfies Record<string, { params: z.ZodType; answer: z.ZodType; longestMs: number }>;

export type Method = keyof typeof methods;
export type Params<M extends Method> = z.output<(typeof methods)[M]["params"]>;
export type Answer<M extends Method> = z.output<(typeof methods)[M]["answer"]>;

/** One call to a worker. */
export const request = z.strictObject({
  id: z.int(),
  method: z.enum(Object.keys(methods) as [Method, ...Method[]]),
  params: z.unknown(),
  follows: z.boolean().optional().describe("Whether the events of a test are sent while it is played. @default false"),
});

/** A message by which the main process finds out whether a worker is blocked; answered at once, even during a call. */
export const areYouThere = { areYouThere: true };

/**
 * A message of a worker: that it is there; why it ends, before it ends by itself; what was seen during a call that is followed; or the
 * answer to a call, a value or the message of a failure.
 */
export const reply = z.union([
  z.strictObject({ isThere: z.literal(true) }),
  z.strictObject({ dies: z.string() }),
  z.strictObject({ id: z.int(), seen: z.strictObject({ beganAtMs: z.number(), events: z.array(transcriptEvent) }) }),
  z.strictObject({ id: z.int(), value: z.unknown() }),
  z.strictObject({ id: z.int(), failed: z.string() }),
]);
