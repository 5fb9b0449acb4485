import { readFile } from "node:fs/promises";
import type * as z from "zod";
import { explainIssue } from "./explain-issue.ts";
import { findIssues } from "./find-issues.ts";
import { type Locate, type Problem, toProblems } from "./problem.ts";
import type { Unrolled } from "./sequences.ts";
import { parseYamlSource } from "./yaml-source.ts";

/** The content of a YAML file, or all its faults, sorted by position. */
export type Read<T> = { value: T; locate: Locate } | { problems: Problem[]; written?: Written };

/** The content of a file that is YAML, but does not fit its schema. */
export interface Written {
  value: unknown;
  locate: Locate;
}

/**
 * Reads a YAML file and checks it against its schema; a file that cannot be read is also a problem.
 *
 * @param unroll replaces shorthands in the data before they are checked
 */
export async function readYaml<T>(
  file: string,
  schema: z.ZodType<T>,
  unroll?: (written: unknown) => Unrolled,
): Promise<Read<T>> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    const message = unreadable[(error as NodeJS.ErrnoException).code ?? ""] ?? `cannot be read: ${String(error)}`;
    return { problems: [{ file, line: 1, column: 1, message, path: [] }] };
  }
  return readYamlText(text, schema, file, unroll);
}

/** The same for a text; `file` is only the name that the problems show. */
export function readYamlText<T>(
  text: string,
  schema: z.ZodType<T>,
  file: string,
  unroll = (written: unknown): Unrolled => ({ value: written, origin: (path) => ({ path }), findings: [] }),
): Read<T> {
  const source = parseYamlSource(text);
  const { syntaxErrors } = source;
  const { value, origin, findings: misused } = unroll(source.value);
  const locate = locateWritten(source.locate, origin);
  const problems: Problem[] = syntaxErrors.map((error) => ({ file, ...error, path: [] }));
  if (value === undefined) return { problems };
  if (value === null)
    return { problems: [...problems, { file, ...locate([]), message: "the file is empty", path: [] }] };
  const parsed = schema.safeParse(value, { error: explainIssue });
  if (parsed.success && problems.length + misused.length === 0) return { value: parsed.data, locate };
  const findings = parsed.success ? [] : findIssues(parsed.error.issues, value);
  const all = [...problems, ...toProblems(file, misused, source.locate), ...toProblems(file, findings, locate)];
  all.sort(byPosition);
  return { problems: all, ...(syntaxErrors.length === 0 && { written: { value, locate } }) };
}

/** Finds what was unrolled where it was written. */
function locateWritten(locate: Locate, origin: Unrolled["origin"]): Locate {
  return (path, at) => {
    const { path: written, playedBy } = origin(path);
    return { ...locate(written, at), ...(playedBy && { playedOn: locate(playedBy).line }) };
  };
}

const unreadable: Record<string, string> = {
  ENOENT: "there is no such file",
  EISDIR: "this is a folder, not a file",
  ENOTDIR: "there is no such file",
  EACCES: "this file may not be read: change its permissions",
};

/** Orders problems by their position in the file. */
export function byPosition(a: Problem, b: Problem): number {
  return a.line - b.line || a.column - b.column;
}
