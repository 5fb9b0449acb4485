import type { ManualMark } from "../score/grade-student.ts";
import type { Problem } from "../spec/problem.ts";
import type { Students } from "./students.ts";
import { lackingColumns, problemAt, type Row, readTable } from "./table.ts";
import { unknownStudent } from "./unknown-student.ts";

/** Marks given by hand. */
export interface ManualMarks {
  /** By student id. */
  byStudent: ReadonlyMap<string, readonly ManualMark[]>;
  /** Points to be had for items that are no tests, by item. */
  maxPoints: ReadonlyMap<string, number>;
}

/**
 * Reads marks given by hand: `student,item,points,max,comment`. An item is a test, whose points it replaces, `total`, or
 * anything else, such as a written question, which then needs the points to be had in `max`.
 */
export function readMarks(
  file: string,
  bytes: Uint8Array,
  students: Students,
  tests: readonly string[],
): ManualMarks | { problems: Problem[] } {
  const table = readTable(file, bytes);
  if ("problems" in table) return table;
  const lacking = lackingColumns(table, ["student", "item", "points"]);
  if (lacking.length > 0) return { problems: lacking };
  const byStudent = new Map<string, ManualMark[]>();
  const maxPoints = new Map<string, number>();
  const problems: Problem[] = [];
  for (const row of table.rows) {
    const read = readMark(row, students, { tests, maxPoints, byStudent });
    if ("problem" in read) problems.push(problemAt(file, row.line, read.problem));
    else byStudent.set(read.student, [...(byStudent.get(read.student) ?? []), read.mark]);
  }
  return problems.length > 0 ? { problems } : { byStudent, maxPoints };
}

function readMark(
  { cells }: Row,
  students: Students,
  known: { tests: readonly string[]; maxPoints: Map<string, number>; byStudent: ReadonlyMap<string, ManualMark[]> },
): { student: string; mark: ManualMark } | { problem: string } {
  const word = cells.get("student") ?? "";
  const found = students.named(word);
  if (!("student" in found)) return { problem: unknownStudent(word, students) };
  const item = cells.get("item");
  if (!item) return { problem: "`item` is empty: name a test, a question, or `total`" };
  const points = numberIn(cells.get("points"));
  if (points === null) return { problem: `\`points\` must be a number, not \`${cells.get("points") ?? ""}\`` };
  const { id } = found.student;
  if (known.byStudent.get(id)?.some((mark) => mark.item === item))
    return { problem: `${id} has a mark for \`${item}\` already: keep one of the two` };
  const problem =
    item === "total" || known.tests.includes(item) ? null : noteMax(item, cells.get("max"), known.maxPoints);
  return problem ? { problem } : { student: id, mark: { item, points, comment: cells.get("comment") ?? null } };
}

/** All lines of an item must agree on the points to be had. */
function noteMax(item: string, written: string | undefined, maxPoints: Map<string, number>): string | null {
  const max = written === undefined ? (maxPoints.get(item) ?? null) : numberIn(written);
  if (max === null)
    return `\`${item}\` is no test of the lab: for an item of your own write the points to be had in \`max\``;
  const before = maxPoints.get(item) ?? max;
  if (before !== max)
    return `\`${item}\` has ${before} points to be had in a line above and ${max} here: make them the same`;
  maxPoints.set(item, max);
  return null;
}

/** A number as spreadsheets write it; many of them with a comma for the decimal point. */
function numberIn(cell: string | undefined): number | null {
  return cell !== undefined && /^-?\d+(?:[.,]\d+)?$/.test(cell) ? Number(cell.replace(",", ".")) : null;
}
