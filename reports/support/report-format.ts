import type { ClassResult, ClassSubmission, StudentIdentity } from "../../runner/model/class-result.ts";
import type { Language, Text } from "../../runner/model/text.ts";
import type { Audience } from "./audience.ts";

/** The options of a report. */
export interface ReportOptions {
  audience: Audience;
  language: Language;
  /** Text of Moodle's grading worksheet, for the report that fills it in. */
  sheet?: string;
  /** The gradebook column for Canvas, with its number: `Echo server (4711)`. @default the lab's title */
  assignment?: string;
  /** What a suite of the JUnit report holds: the tests of one student, or one test of all students. @default "student" */
  suites?: "student" | "test";
}

/** One file of a report. */
export interface ReportFile {
  /** Relative to the folder of the reports, with `/`. */
  path: string;
  content: string;
}

/** The files of a report; asynchronous if they need code that is loaded on demand. */
export type ReportFiles = Iterable<ReportFile> | AsyncIterable<ReportFile>;

/** What is known of a student before anything is graded. */
export type KnownStudent = StudentIdentity & { submission: Pick<ClassSubmission, "platform"> | null };

/** A kind of report: a pure function of a graded class. */
export interface ReportFormat<Files extends ReportFiles = Iterable<ReportFile>> {
  /** For the list of formats. */
  title: Text;
  /** Audiences that it may be made for. */
  audiences: readonly Audience[];
  /** Why it cannot be made for these students. Checked before anything is graded or overwritten. */
  problems?(students: readonly KnownStudent[], options: ReportOptions): readonly Text[];
  /** What its user should know although it can be made. */
  warnings?(students: readonly KnownStudent[], options: ReportOptions): readonly Text[];
  /** The files, generated one at a time, so that only one student's result is in memory. */
  files(graded: ClassResult, options: ReportOptions): Files;
}
