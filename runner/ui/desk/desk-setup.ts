import type { ClassRun } from "../../class/class-run.ts";
import type { Marking } from "../../class/mark-class.ts";
import type { Store } from "../../class/store.ts";
import type { Language, Text } from "../../model/text.ts";
import type { HandInFiles } from "./hand-in-files.ts";

/** A graded class as its files say it now. */
export interface Reading {
  run: ClassRun;
  marking: Marking;
  /** Where marks given by hand are kept, or will be. */
  marksFile: string;
  /** The files outside of the folder that marks are made with. */
  inputs: readonly string[];
}

/** From what a class is shown, and what can be done with it. */
export interface DeskSetup {
  store: Store;
  language: Language;
  isReadOnly: boolean;
  files: HandInFiles;
  /**
   * Reads the class.
   *
   * @throws for whatever is wrong in its files
   */
  read(): Promise<Reading>;
  /** Has later reports made with marks by hand, where somebody had asked for none. */
  useMarks(): Promise<void>;
  /**
   * Grades the hand-ins of one student again.
   *
   * @throws Refused where that would not be the same as for the others of the class
   */
  gradeAgain(student: string, signal: AbortSignal): Promise<void>;
}

/** Thrown where something is not done, with the reason for whoever asked. */
export class Refused extends Error {
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}
