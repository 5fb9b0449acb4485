import type { StudentIdentity } from "../model/class-result.ts";
import { nearest } from "../spec/nearest.ts";
import type { Problem } from "../spec/problem.ts";
import type { Students } from "./students.ts";
import { lackingColumns, problemAt, readTable } from "./table.ts";
import { unknownStudent } from "./unknown-student.ts";

/** The owners of hand-ins, by path, as a person wrote them down; an empty list means that no student of the class is. */
export type WrittenOwners = ReadonlyMap<string, readonly StudentIdentity[]>;

/** Reads the owners of hand-ins: `path,student`, a line for each student; `-` for no student of the class. */
export function readOwners(
  file: string,
  bytes: Uint8Array,
  students: Students,
  paths: readonly string[],
): WrittenOwners | { problems: Problem[] } {
  const table = readTable(file, bytes);
  if ("problems" in table) return table;
  const lacking = lackingColumns(table, ["path", "student"]);
  if (lacking.length > 0) return { problems: lacking };
  const owners = new Map<string, StudentIdentity[]>();
  const problems: Problem[] = [];
  for (const { line, cells } of table.rows) {
    const [path = "", word = ""] = [cells.get("path"), cells.get("student")];
    // A line without a student has not been filled in yet.
    if (word === "") continue;
    const found = students.named(word);
    if (!paths.includes(path)) problems.push(problemAt(file, line, noHandIn(path, paths)));
    else if (word === "-") owners.set(path, owners.get(path) ?? []);
    else if ("student" in found) owners.set(path, [...(owners.get(path) ?? []), found.student]);
    else problems.push(problemAt(file, line, unknownStudent(word, students)));
  }
  return problems.length > 0 ? { problems } : owners;
}

/** The sentence about a path without a hand-in. */
export function noHandIn(path: string, paths: readonly string[]): string {
  const meant = nearest(path, paths);
  return `there is no hand-in \`${path}\`${meant ? `: did you mean \`${meant}\`?` : ""}`;
}
