import type { ClassRun } from "../../class/class-run.ts";
import type { Marking } from "../../class/mark-class.ts";
import type { Store } from "../../class/store.ts";
import type { Language, Text } from "../../model/text.ts";
import type { HandInFiles } from "./hand-in-files.ts";

/** A graded class as its files are now. */
export interface Reading {
  run: ClassRun;
  marking: Marking;
  /** The file of marks given by hand, which may not exist yet. */
  marksFile: string;
  /** Files outside the folder that decide marks. */
  inputs: readonly string[];
}

/** Everything the page of a class needs. */
export interface DeskSetup {
  store: Store;
  language: Language;
  isReadOnly: boolean;
  files: HandInFiles;
  /**
   * Reads the class.
   *
   * @throws Error when something is wrong in its files
   */
  read(): Promise<Reading>;
  /** Makes later reports use marks given by hand, even if an earlier run was told not to. */
  useMarks(): Promise<void>;
  /**
   * Grades the hand-ins of one student again.
   *
   * @throws Refused when it could not be graded like the others of the class
   */
  gradeAgain(student: string, signal: AbortSignal): Promise<void>;
}

/** Thrown when an order is refused, with the reason for the page. */
export class Refused extends Error {
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}
