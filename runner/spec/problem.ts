/** A place in a parsed YAML document: keys of maps and indices of lists, outermost first. */
export type Path = readonly (string | number)[];

/** A place in a text file; both count from 1, columns in UTF-16 code units as editors do. */
export interface Position {
  line: number;
  column: number;
}

/** A position, and for a part of a sequence also the line of the step that plays it. */
export interface Place extends Position {
  playedOn?: number;
}

/** Finds the position of a key or of its value; if the path does not exist, that of the innermost part that does. */
export type Locate = (path: Path, at?: "key" | "value") => Place;

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

/** The findings as problems of that file, in the order in which a reader meets them; a fault of a sequence is reported once. */
export function toProblems(file: string, findings: readonly Finding[], locate: Locate): Problem[] {
  const told = new Map<string, Problem & Place>();
  for (const { path, at, message } of findings) {
    const place = locate(path, at);
    const key = `${place.line}:${place.column}:${message}`;
    // Where a sequence is faulty whoever plays it, no step is named.
    if (place.playedOn === undefined || !told.has(key)) told.set(key, { file, ...place, message, path });
  }
  return [...told.values()]
    .map(({ playedOn, message, ...problem }) => ({
      ...problem,
      message: playedOn === undefined ? message : `${message} (the sequence is played on line ${playedOn})`,
    }))
    .sort((a, b) => a.line - b.line || a.column - b.column);
}
