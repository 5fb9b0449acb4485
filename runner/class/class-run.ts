import * as z from "zod";
import { classError, classSubmission, studentIdentity } from "../model/class-result.ts";
import { isolation, result, schemaVersion } from "../model/result.ts";
import { text } from "../model/text.ts";

/** One hand-in of a class. */
export const plannedHandIn = z.strictObject({
  key: z.string().describe("Name of its result file, without the ending"),
  path: z.string(),
  platform: classSubmission.shape.platform,
  submittedAt: z.iso.datetime().nullable(),
  clock: z
    .string()
    .optional()
    .describe("When it was handed in, in the time zone that only the policy knows: 2025-11-21 16:50"),
  late: z.boolean().nullable().describe("Whether the platform calls it late"),
  graded: z.boolean().describe("false for earlier attempts, where only the latest counts"),
});
export type PlannedHandIn = z.infer<typeof plannedHandIn>;

/** One student of a class and what they handed in. */
export const plannedStudent = studentIdentity.extend({
  fileStem: z.string(),
  handIns: z.array(z.string()).describe("Keys of the attempts, in order of time"),
  perhaps: z.array(z.string()).describe("Keys of hand-ins that may be theirs, where that is not certain"),
});
export type PlannedStudent = z.infer<typeof plannedStudent>;

/** Who handed in what. */
export const classPlan = z.strictObject({
  handIns: z.array(plannedHandIn),
  students: z.array(plannedStudent),
  unmatched: z.array(z.strictObject({ key: z.string(), why: text })),
});
export type ClassPlan = z.infer<typeof classPlan>;

/** Everything except a hand-in's own files that decides its result. */
export const terms = z.strictObject({
  labDigest: z.string(),
  libraries: z.string().optional().describe("Digest of what the course has had installed"),
  seed: z.int().nonnegative(),
  language: z.enum(["en", "id"]),
  tier: isolation.shape.tier,
  watch: z.boolean(),
  program: z.string().nullable(),
  wirecheck: z.string().describe("Its version"),
});
export type Terms = z.infer<typeof terms>;

/** `class.json`: what a run over a class grades, under which terms; the results are next to it. */
export const classRun = z.strictObject({
  schemaVersion: z.literal(schemaVersion),
  lab: z.strictObject({ id: z.string(), title: text, file: z.string().describe("Its id, or the path of its file") }),
  terms,
  attempts: z.enum(["latest", "best"]),
  source: z.string().optional().describe("Where the hand-ins were"),
  shard: z.strictObject({ index: z.int().positive(), count: z.int().positive() }).nullable(),
  startedAt: z.iso.datetime(),
  plan: classPlan,
});
export type ClassRun = z.infer<typeof classRun>;

/** `results/<key>.json`: how one hand-in was graded; while both digests stay the same, it is not graded again. */
export const record = z.strictObject({
  files: z.string().describe("Digest of the files, as they were delivered"),
  terms: z.string().describe("Digest of the terms"),
  result: result.nullable(),
  error: classError.nullable(),
});
export type GradeRecord = z.infer<typeof record>;
