import * as z from "zod";
import { result, schemaVersion } from "./result.ts";
import { text } from "./text.ts";

/** What a roster, or else the platform, says about a student; null for what is not known. */
export const studentIdentity = z.strictObject({
  id: z.string().min(1).describe("The roster's id; without a roster the platform's number, or the hand-in's name"),
  name: z.string().nullable(),
  email: z.string().nullable(),
  section: z.string().nullable(),
  username: z.string().nullable().describe("Login name: Canvas's SIS Login ID, Moodle's or GitHub's user name"),
  sisId: z.string().nullable().describe("Canvas's SIS User ID"),
  platformId: z.string().nullable().describe("Canvas's user ID, the N of Moodle's `Participant N`"),
  group: z.string().optional().describe("The student's team, if the roster has a column for it"),
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
    .describe("When it was handed in, in the policy's time zone, else in UTC; null: unknown"),
  late: z
    .boolean()
    .nullable()
    .describe("Whether it was handed in after the deadline, or the platform says so; null: unknown"),
});
export type ClassSubmission = z.infer<typeof classSubmission>;

/** Why a hand-in has no result: it cannot be opened, or the grader failed. It never counts as zero points. */
export const classError = z.strictObject({
  kind: z
    .enum(["hand-in", "grader", "owner"])
    .describe(
      "hand-in: the student must fix it; grader: a fault of wirecheck or the machine; owner: its student is unclear",
    ),
  text,
});
export type ClassError = z.infer<typeof classError>;

/** One step from the tests' points to the final ones, in the order in which they are made. */
export const adjustment = z.strictObject({
  kind: z.enum(["manual", "unplayable", "late", "rejected", "floor", "missing", "rounding"]),
  points: z.number().describe("What it adds to the points; negative if it takes points away"),
  why: text,
});
export type Adjustment = z.infer<typeof adjustment>;

/** A student's marks and how they were computed. */
export const grade = z.strictObject({
  score: z.number().describe("Points of the tests and questions; with all adjustments it gives the final points"),
  maxScore: z
    .number()
    .nonnegative()
    .describe("Available points: of the tests that are not extra credit, and of the questions"),
  percent: z.number().describe("Final points in per cent of the points available so far"),
  pending: z
    .number()
    .positive()
    .optional()
    .describe("Points of questions that are not marked yet: until then the grade is not final"),
  penalty: z.number().nonnegative().describe("Points lost because the hand-in was late"),
  adjustments: z.array(adjustment),
  final: z.number().describe("The points for the gradebook"),
  passed: z
    .boolean()
    .nullable()
    .describe("Whether the pass mark is reached; null if there is none, or if it is not known yet"),
});
export type Grade = z.infer<typeof grade>;

/** A student of the class. A grade of null is an empty cell in every gradebook, never a zero. */
export const classStudent = studentIdentity.extend({
  fileStem: z.string().describe("Name for this student's files: valid on every file system, and unique"),
  submission: classSubmission.nullable().describe("null: nothing was handed in"),
  result: result.nullable(),
  error: classError.nullable(),
  grade: grade.nullable(),
});
export type ClassStudent = z.infer<typeof classStudent>;

/** An entry of the class's folder that does not belong to a student of the roster. */
export const unmatchedHandIn = z.strictObject({
  path: z.string(),
  why: text,
  score: z.number().nullable().describe("Its points, if it was graded"),
  error: classError.nullable(),
});

export type UnmatchedHandIn = z.infer<typeof unmatchedHandIn>;

/**
 * A graded class, from which all gradebooks and reports are made.
 *
 * If it was read from disk, each access to a student's `result` reads that student's file, so that a class of thousands needs no more
 * memory than one hand-in: read it once per student, and do not keep it.
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
    .describe("The policy of the marks, for headings; how it was applied is in each grade"),
});
export type ClassResult = z.infer<typeof classResult>;
