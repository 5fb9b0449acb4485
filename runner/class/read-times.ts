import type { Problem } from "../spec/problem.ts";
import { noHandIn } from "./read-owners.ts";
import type { Students } from "./students.ts";
import { doubledColumns, lackingColumns, problemAt, readTable } from "./table.ts";
import { unknownStudent } from "./unknown-student.ts";
import { type NotATime, writtenTimes } from "./written-times.ts";

/**
 * Reads submission times: `student,submitted_at`, or `path` instead of the student when attempts differ. Who has no
 * time in it is known to have none.
 *
 * @param zone of times without one of their own; null when it is not known
 */
export function readTimes(
  file: string,
  bytes: Uint8Array,
  students: Students,
  paths: readonly string[],
  zone: string | null,
): { byStudent: Map<string, Date>; byPath: Map<string, Date> } | { problems: Problem[] } {
  const table = readTable(file, bytes);
  if ("problems" in table) return table;
  const who = table.columns.includes("path") ? "path" : "student";
  const needed = [who, "submitted_at"];
  const lacking = [...lackingColumns(table, needed), ...doubledColumns(table, needed)];
  if (lacking.length > 0) return { problems: lacking };
  const times = { byStudent: new Map<string, Date>(), byPath: new Map<string, Date>() };
  const problems: Problem[] = [];
  const known = new Set(paths);
  const lines = new Map<string, number>();
  const listed = (subject: string, line: number): boolean => {
    const before = lines.get(subject);
    lines.set(subject, before ?? line);
    if (before === undefined) return false;
    problems.push(problemAt(file, line, `\`${subject}\` has a time in line ${before} already: keep one of the two`));
    return true;
  };
  const rows = table.rows.filter(({ cells }) => cells.has("submitted_at"));
  const moments = writtenTimes(
    rows.map(({ cells }) => cells.get("submitted_at") as string),
    zone,
  );
  for (const [index, { line, cells }] of rows.entries()) {
    const [word = "", written = "", time] = [
      cells.get(who),
      cells.get("submitted_at"),
      moments[index] as Date | NotATime,
    ];
    const found = students.named(word);
    if (!(time instanceof Date)) problems.push(problemAt(file, line, notATime(written, time, zone)));
    else if (who === "path" && known.has(word)) {
      if (!listed(word, line)) times.byPath.set(word, time);
    } else if (who === "path") problems.push(problemAt(file, line, noHandIn(word, paths)));
    else if ("student" in found) {
      if (!listed(found.student.id, line)) times.byStudent.set(found.student.id, time);
    } else problems.push(problemAt(file, line, unknownStudent(word, students)));
  }
  return problems.length > 0 ? { problems } : times;
}

function notATime(written: string, why: NotATime, zone: string | null): string {
  if (why === "no-zone")
    return `\`${written}\` lacks its time zone: write 2025-11-21T23:59+07:00, or give the policy that says \`timezone:\``;
  if (why === "day-or-month")
    return `\`${written}\` does not tell the day from the month, nor does another line: write it as in 2025-11-21 23:59`;
  const where = zone === null ? "" : ` in ${zone}`;
  return `\`${written}\` is not a date and time${where}: write a day and a time that exist, as in 2025-11-21 23:59`;
}
