import * as z from "zod";
import { passedLimit } from "../model/failure-facts.ts";
import { outcome } from "../model/outcome.ts";
import { portMethod } from "../model/port-method.ts";
import { launchable, preparedCommand, preparedProgram } from "../model/prepared-program.ts";
import { isolation } from "../model/result.ts";
import { transcriptEvent } from "../model/seen.ts";
import { limits, type Test, test } from "../spec/lab.ts";
import { world } from "../spec/world.ts";

/**
 * A test as its lab was read. It is not read a second time, step by step, for each call: that would be a twentieth of all of a
 * worker's work.
 */
const readTest = z.custom<Test>((value) => typeof value === "object" && value !== null && "steps" in value);

/** What a build showed: the status of the first command that failed, or 0, and all that was printed. */
export const buildReport = z.strictObject({ status: z.int(), output: z.string(), limit: passedLimit.nullable() });
export type BuildReport = z.infer<typeof buildReport>;

/** How a program turned out to take its port, or null when it never listened nor dialled. */
export const discovered = preparedProgram
  .pick({ method: true, sourcePort: true, defaultPort: true, dials: true })
  .nullable();
export type Discovered = z.infer<typeof discovered>;

/** What one step of a session showed. */
const played = outcome.extend({
  values: z.record(z.string(), z.string()).describe("What {name} stands for in the steps to come"),
  isMisuse: z.boolean().describe("Whether the step itself was wrong: nothing was played, and the session goes on"),
});

const minuteMs = 60_000;

/**
 * Everything the main process asks of a worker: parameters and answer, both checked at the border, and the time after which
 * the worker counts as hung. No answer takes so long: each wait within a call has an end of its own.
 */
export const methods = {
  /** Opens the worker's arena; the first call of all. */
  open: {
    params: z.strictObject({
      tier: isolation.shape.tier,
      scratch: z.string(),
      watch: z.boolean().describe("Whether the program watch decides; fixed limits do where it does not"),
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
  /** Launches a program in every way it might take its port, until it heeds one. */
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
  /** Ends the session, and with it all of its programs. */
  endSession: { params: z.null(), answer: z.null(), longestMs: minuteMs },
  /** Ends the launch that goes on for further calls, if there is one. */
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
  follows: z.boolean().optional().describe("Whether the events of a test are told as they are seen. @default false"),
});

/** What the main process says to hear whether a worker still hears; answered at once, whatever call goes on. */
export const areYouThere = { areYouThere: true };

/**
 * What a worker says: the answer to one call, a value or the message of its own failure; what was seen meanwhile, where somebody
 * follows; that it is there; or, before it ends by itself, why.
 */
export const reply = z.union([
  z.strictObject({ isThere: z.literal(true) }),
  z.strictObject({ dies: z.string() }),
  z.strictObject({ id: z.int(), seen: z.strictObject({ beganAtMs: z.number(), events: z.array(transcriptEvent) }) }),
  z.strictObject({ id: z.int(), value: z.unknown() }),
  z.strictObject({ id: z.int(), failed: z.string() }),
]);
