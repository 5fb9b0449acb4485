/** A place in a parsed YAML document: keys of maps and indices of lists, outermost first. */
export type Path = readonly (string | number)[];

/** A place in a text file; both count from 1, columns in UTF-16 code units as editors do. */
export interface Position {
  line: number;
  column: number;
}

/** Finds the position of a key or of its value; if the path does not exist, that of the innermost part that does. */
export type Locate = (path: Path, at?: "key" | "value") => Position;

/** A fault of a document, by its place in the data and not yet in the file. */
export interface Finding {
  path: Path;
  /** Whether the key itself is wrong, or its value. */
  at: "key" | "value";
  /** One English sentence that says what to do, without a full stop. */
  message: string;
}

/** A fault in a file, which its author can correct. */
export interface Problem extends Position {
  file: string;
  message: string;
  path: Path;
}

/** The problem on one line, in the form that editors and terminals turn into a link: `file:line:column: message`. */
export function describeProblem({ file, line, column, message }: Problem): string {
  return `${file}:${line}:${column}: ${message}`;
}

/** The findings as problems of that file, in the order in which a reader meets them. */
export function toProblems(file: string, findings: readonly Finding[], locate: Locate): Problem[] {
  return findings
    .map(({ path, at, message }) => ({ file, ...locate(path, at), message, path }))
    .sort((a, b) => a.line - b.line || a.column - b.column);
}
