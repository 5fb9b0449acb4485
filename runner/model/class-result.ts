import * as z from "zod";
import { result, schemaVersion } from "./result.ts";
import { text } from "./text.ts";

/** What a roster, or failing that the platform's own names, says of a student; null where nothing does. */
export const studentIdentity = z.strictObject({
  id: z.string().min(1).describe("The roster's id; without a roster the platform's number, or the hand-in's name"),
  name: z.string().nullable(),
  email: z.string().nullable(),
  section: z.string().nullable(),
  username: z.string().nullable().describe("Login name: Canvas's SIS Login ID, Moodle's or GitHub's user name"),
  sisId: z.string().nullable().describe("Canvas's SIS User ID"),
  platformId: z.string().nullable().describe("Canvas's user ID, the N of Moodle's `Participant N`"),
  group: z.string().optional().describe("The team that a student works in, where the roster has a column for it"),
});
export type StudentIdentity = z.infer<typeof studentIdentity>;

/** The hand-in that counts for a student. */
export const classSubmission = z.strictObject({
  path: z.string().describe("The entry of the class's folder or archive, as it was delivered"),
  platform: z.enum(["moodle", "canvas", "github", "gradescope", "folder"]),
  attempt: z.int().positive().describe("Which of the student's attempts it is, from 1"),
  attempts: z.int().positive().describe("How many attempts the student has made"),
  submittedAt: z.iso
    .datetime({ offset: true })
    .nullable()
    .describe("When it was handed in, by the clocks of the policy's time zone, else of UTC; null where nothing tells"),
  late: z.boolean().nullable().describe("Whether it came after the deadline, or the platform says so; null: unknown"),
});
export type ClassSubmission = z.infer<typeof classSubmission>;

/** Why a hand-in has no result: it cannot be opened as it is, or the grader failed. It never becomes a zero. */
export const classError = z.strictObject({
  kind: z
    .enum(["hand-in", "grader", "owner"])
    .describe("hand-in: the student's to fix; grader: wirecheck's or the machine's; owner: whose it is, is unclear"),
  text,
});
export type ClassError = z.infer<typeof classError>;

/** One step from the tests' points to the final ones, in the order in which they are made. */
export const adjustment = z.strictObject({
  kind: z.enum(["manual", "unplayable", "late", "rejected", "floor", "missing", "rounding"]),
  points: z.number().describe("What it adds to the points; negative where it takes some"),
  why: text,
});
export type Adjustment = z.infer<typeof adjustment>;

/** A student's marks and how they came about. */
export const grade = z.strictObject({
  score: z.number().describe("Points of the tests and questions; with all adjustments added it makes the final points"),
  maxScore: z.number().nonnegative().describe("Points to be had: of the tests that are no extra credit, and by hand"),
  percent: z.number().describe("Final points in per cent of the points to be had so far"),
  pending: z
    .number()
    .positive()
    .optional()
    .describe("Points of questions that nobody has marked yet: until then the grade is no final one"),
  penalty: z.number().nonnegative().describe("Points lost by being late"),
  adjustments: z.array(adjustment),
  final: z.number().describe("What goes into the gradebook"),
  passed: z
    .boolean()
    .nullable()
    .describe("Whether the pass mark is reached; null where there is none, or that is open"),
});
export type Grade = z.infer<typeof grade>;

/** A student of the class. A grade of null is a blank in every gradebook, never a zero. */
export const classStudent = studentIdentity.extend({
  fileStem: z.string().describe("Name for this student's files: safe on every file system and no other student's"),
  submission: classSubmission.nullable().describe("null: nothing was handed in"),
  result: result.nullable(),
  error: classError.nullable(),
  grade: grade.nullable(),
});
export type ClassStudent = z.infer<typeof classStudent>;

/** Something in the class's folder that belongs to no student of the roster. */
export const unmatchedHandIn = z.strictObject({
  path: z.string(),
  why: text,
  score: z.number().nullable().describe("What it earned, where it was graded"),
  error: classError.nullable(),
});

export type UnmatchedHandIn = z.infer<typeof unmatchedHandIn>;

/**
 * A graded class: what every gradebook and report is made of.
 *
 * Where it was read from disk, each access to a student's `result` reads that student's file, so that a class of
 * thousands needs no more memory than one hand-in: take it once per student, and keep none.
 */
export const classResult = z.strictObject({
  schemaVersion: z.literal(schemaVersion),
  lab: z.strictObject({ id: z.string(), title: text }),
  language: z.enum(["en", "id"]),
  startedAt: z.iso.datetime(),
  versions: z.record(z.string(), z.string()),
  maxScore: z.number().nonnegative(),
  students: z.array(classStudent).describe("In the roster's order, or by id"),
  unmatched: z.array(unmatchedHandIn),
  policy: z
    .strictObject({
      deadline: z.iso.datetime({ offset: true }).nullable(),
      passMark: z.number().nullable().describe("Final points, in per cent, from which the lab is passed"),
    })
    .describe("What the marks were made under, for headings; the arithmetic stands in each grade"),
});
export type ClassResult = z.infer<typeof classResult>;
