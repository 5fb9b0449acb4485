import type { ClassResult, ClassSubmission, StudentIdentity } from "../../runner/model/class-result.ts";
import type { Language, Text } from "../../runner/model/text.ts";
import type { Audience } from "./audience.ts";

/** What a report is to be made for. */
export interface ReportOptions {
  audience: Audience;
  language: Language;
  /** Text of the grading worksheet as Moodle gave it out; needed to fill it. */
  sheet?: string;
  /** The gradebook column that Canvas is to fill, with its number: `Echo server (4711)`. @default the lab's title */
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

/** The files of a report; asynchronous where they need what is loaded only then. */
export type ReportFiles = Iterable<ReportFile> | AsyncIterable<ReportFile>;

/** What is known of a student before anything is graded. */
export type KnownStudent = StudentIdentity & { submission: Pick<ClassSubmission, "platform"> | null };

/** A kind of report: a pure function of a graded class. */
export interface ReportFormat<Files extends ReportFiles = Iterable<ReportFile>> {
  /** For the list of formats. */
  title: Text;
  /** Who may read it; for others it has no files. */
  audiences: readonly Audience[];
  /** What keeps it from being made for these students. Ask before anything is graded or overwritten in vain. */
  problems?(students: readonly KnownStudent[], options: ReportOptions): readonly Text[];
  /** What whoever uses it should know before, though it can be made. */
  warnings?(students: readonly KnownStudent[], options: ReportOptions): readonly Text[];
  /** The files, one at a time and as late as possible: those of one student need that student's result alone. */
  files(graded: ClassResult, options: ReportOptions): Files;
}
