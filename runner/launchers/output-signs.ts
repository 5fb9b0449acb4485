/** How programs of a language print errors. */
export interface OutputSigns {
  /** First lines of its stack traces. */
  stackTrace?: readonly RegExp[];
  /** Stack traces that the runtime prints although the program is right. */
  harmless?: RegExp;
  /** The line of a stack trace that names the error. */
  errorLine?: RegExp;
  /** The unhandled error, if no single line of the output can be recognised as its name; null if there is none. */
  uncaught?(output: string): string | null;
  /** The last stack trace of a runtime that prints the outermost call first; null if there is none. */
  outermostFirst?(output: string): string | null;
  /** A line of a source, with the groups `file` and `line`; global. @default `<file>.<ending>:<line>` */
  place?: RegExp;
  /** A line of a stack trace that is in the runtime's own library. */
  libraryFrame?: RegExp;
  /** How its libraries word errors of the system. */
  errors?: Partial<Record<SystemError, RegExp>>;
}

/** An error of the system that a diagnosis looks for in what a program prints. */
export type SystemError =
  | "address-in-use"
  | "connection-reset"
  | "too-many-files"
  | "out-of-memory"
  | "no-more-threads"
  | "not-text"
  | "unreachable"
  | "no-name-server";
