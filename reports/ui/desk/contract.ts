import * as z from "zod";
import { classError, classSubmission, grade, unmatchedHandIn } from "../../../runner/model/class-result.ts";
import { result } from "../../../runner/model/result.ts";
import { languages, text } from "../../../runner/model/text.ts";
import { endings } from "../../support/words/test-words.ts";
import { plannedTest } from "../contract.ts";

/** The messages between the page of a class and its server; both use these schemas. */

/** A student in the table of the class. */
export const deskRow = z.strictObject({
  stem: z.string().describe("By which the page and the server mean the student: safe in an address, for any id"),
  id: z.string(),
  name: z.string().nullable(),
  section: z.string().nullable(),
  state: z.enum(["full", "partial", "error", "missing", "waiting"]),
  reason: text.nullable().describe("Why it could not be graded"),
  final: z.number().nullable(),
  percent: z.number().nullable(),
  isLate: z.boolean(),
  endings: z.record(z.string(), z.enum(endings)).describe("How each test ended, by its id"),
  causes: z.array(z.string()),
  flaky: z.array(z.string()),
  isBusy: z.boolean().describe("Whether it is being graded now"),
  isMarked: z.boolean().describe("Whether somebody has given a mark by hand"),
  hasNote: z.boolean(),
});
export type DeskRow = z.infer<typeof deskRow>;

/** The state of grading one student again. */
export const again = z.strictObject({
  state: z.enum(["waiting", "grading", "failed"]),
  why: text.nullable().describe("Why it could not be done"),
});

/** All that the page of the class shows. */
export const deskState = z.strictObject({
  lab: z.strictObject({ id: z.string(), title: text }),
  folder: z.string().describe("Name of the folder with the grades"),
  language: z.enum(languages),
  isReadOnly: z.boolean(),
  marksFile: z.string().describe("Where marks given by hand are kept"),
  tests: z.array(plannedTest).describe("In the lab's order"),
  rows: z.array(deskRow).describe("In the roster's order"),
  unmatched: z.array(unmatchedHandIn),
  graded: z.int().describe("Hand-ins that were graded under the terms of the last run"),
  total: z.int().describe("Hand-ins to be graded"),
  causes: z.record(z.string(), text).describe("What the causes that were seen are called"),
  again: z.record(z.string(), again).describe("Students to be graded again, by their stems"),
  problem: z.string().nullable().describe("Why the marks cannot be computed again"),
});
export type DeskState = z.infer<typeof deskState>;

/** A change of the state; only what is new is sent, because a class may have a thousand students. */
export const deskMessage = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("all"), state: deskState }),
  z.strictObject({
    type: z.literal("rows"),
    atMs: z.number().describe("When it happened, on the clock of Date.now()"),
    rows: z.array(deskRow).describe("Those that have changed"),
    causes: deskState.shape.causes.describe("Names that were not known before"),
    ...deskState.pick({ graded: true, total: true, unmatched: true }).shape,
  }),
  z.strictObject({ type: z.literal("again"), student: z.string(), now: again.nullable() }),
  z.strictObject({ type: z.literal("problem"), problem: z.string().nullable() }),
]);
export type DeskMessage = z.infer<typeof deskMessage>;

/** A mark given by hand. */
export const givenMark = z.strictObject({ item: z.string(), points: z.number(), comment: z.string().nullable() });

/** All that is known of one student. */
export const deskStudent = z.strictObject({
  id: z.string(),
  stem: z.string(),
  name: z.string().nullable(),
  submission: classSubmission.nullable(),
  error: classError.nullable(),
  grade: grade.nullable(),
  result: result.nullable(),
  marks: z.array(givenMark),
  ownItems: z.record(z.string(), z.number()).describe("The maximum of items that are not tests, by item"),
  note: z.string(),
});
export type DeskStudent = z.infer<typeof deskStudent>;

/** The files of a hand-in that can be shown. */
export const deskFiles = z.strictObject({
  files: z.array(z.string()),
  are: z.enum(["as-graded", "changed", "gone"]).describe("Whether they are the ones that were graded"),
});
export type DeskFiles = z.infer<typeof deskFiles>;

/** A mark to add or change, or to remove if it has no points. */
export const markOrder = z.strictObject({
  student: z.string().describe("The student's stem"),
  item: z.string().trim().min(1).max(200),
  points: z.number().nullable(),
  max: z.number().nullable().describe("The maximum, for an item of one's own"),
  comment: z.string().trim().max(5000).nullable(),
  was: z.number().nullable().describe("The points that the page showed: they may have been changed elsewhere"),
});
export type MarkOrder = z.infer<typeof markOrder>;

/** A note to keep; an empty one is removed. */
export const noteOrder = z.strictObject({
  student: z.string(),
  text: z.string().max(20_000),
  was: z.string().describe("What the page showed"),
});
export type NoteOrder = z.infer<typeof noteOrder>;

/** A student to be graded again. */
export const againOrder = z.strictObject({ student: z.string() });

/** Why an order was refused. */
export const refusal = z.strictObject({ problem: text });
export type Refusal = z.infer<typeof refusal>;
