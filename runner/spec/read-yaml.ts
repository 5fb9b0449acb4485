import { readFile } from "node:fs/promises";
import type * as z from "zod";
import { explainIssue } from "./explain-issue.ts";
import { findIssues } from "./find-issues.ts";
import { type Locate, type Problem, toProblems } from "./problem.ts";
import { parseYamlSource } from "./yaml-source.ts";

/** What a YAML file holds, or everything that is wrong with it, sorted by position. */
export type Read<T> = { value: T; locate: Locate } | { problems: Problem[]; written?: Written };

/** What a file holds whose form is wrong, if it is YAML at all. */
export interface Written {
  value: unknown;
  locate: Locate;
}

/** Reads a YAML file and checks it against its schema; a file that cannot be read is a problem too. */
export async function readYaml<T>(file: string, schema: z.ZodType<T>): Promise<Read<T>> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    const message = unreadable[(error as NodeJS.ErrnoException).code ?? ""] ?? `cannot be read: ${String(error)}`;
    return { problems: [{ file, line: 1, column: 1, message, path: [] }] };
  }
  return readYamlText(text, schema, file);
}

/** The same for a text; `file` is only the name that the problems show. */
export function readYamlText<T>(text: string, schema: z.ZodType<T>, file: string): Read<T> {
  const { value, locate, syntaxErrors } = parseYamlSource(text);
  const problems: Problem[] = syntaxErrors.map((error) => ({ file, ...error, path: [] }));
  if (value === undefined) return { problems };
  if (value === null)
    return { problems: [...problems, { file, ...locate([]), message: "the file is empty", path: [] }] };
  const parsed = schema.safeParse(value, { error: explainIssue });
  if (parsed.success && problems.length === 0) return { value: parsed.data, locate };
  const findings = parsed.success ? [] : findIssues(parsed.error.issues, value);
  const told = [...problems, ...toProblems(file, findings, locate)].sort(byPosition);
  return { problems: told, ...(syntaxErrors.length === 0 && { written: { value, locate } }) };
}

const unreadable: Record<string, string> = {
  ENOENT: "there is no such file",
  EISDIR: "this is a folder, not a file",
  ENOTDIR: "there is no such file",
  EACCES: "this file may not be read: change its permissions",
};

/** The order in which a reader meets them. */
export function byPosition(a: Problem, b: Problem): number {
  return a.line - b.line || a.column - b.column;
}
