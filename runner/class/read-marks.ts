import type { Text } from "../model/text.ts";
import type { ManualMark } from "../score/grade-student.ts";
import { nearest } from "../spec/nearest.ts";
import type { Problem } from "../spec/problem.ts";
import { markProblems } from "../texts/mark-problems.ts";
import type { Students } from "./students.ts";
import { doubledColumns, lackingColumns, problemAt, type Row, readTable } from "./table.ts";
import { unknownStudent } from "./unknown-student.ts";

/** Marks given by hand. */
export interface ManualMarks {
  /** By student id. */
  byStudent: ReadonlyMap<string, readonly ManualMark[]>;
  /** Maximum points of items that are not tests, by item. */
  maxPoints: ReadonlyMap<string, number>;
}

/** What marks can name in a lab. */
export interface Markable {
  tests: readonly { id: string; points: number }[];
  questions?: readonly { id: string; points: number }[] | undefined;
}

/**
 * Reads marks given by hand: `student,item,points,max,comment`. An item is a question of the lab; a test, whose points
 * it replaces; `total`; or any other name, which then needs its maximum in `max`.
 */
export function readMarks(
  file: string,
  bytes: Uint8Array,
  students: Students,
  lab: Markable,
): ManualMarks | { problems: Problem[] } {
  const table = readTable(file, bytes);
  if ("problems" in table) return table;
  const needed = ["student", "item", "points"];
  const lacking = [...lackingColumns(table, needed), ...doubledColumns(table, [...needed, "max", "comment"])];
  if (lacking.length > 0) return { problems: lacking };
  const byStudent = new Map<string, ManualMark[]>();
  const maxPoints = new Map<string, number>();
  const problems: Problem[] = [];
  for (const row of table.rows) {
    const read = readMark(row, students, { lab, maxPoints, byStudent });
    if ("problem" in read) problems.push(problemAt(file, row.line, read.problem));
    else byStudent.set(read.student, [...(byStudent.get(read.student) ?? []), read.mark]);
  }
  return problems.length > 0 ? { problems } : { byStudent, maxPoints };
}

type Known = { lab: Markable; maxPoints: Map<string, number>; byStudent: ReadonlyMap<string, readonly ManualMark[]> };

function readMark(
  { cells }: Row,
  students: Students,
  known: Known,
): { student: string; mark: ManualMark } | { problem: string } {
  const word = cells.get("student") ?? "";
  const found = students.named(word);
  if (!("student" in found)) return { problem: unknownStudent(word, students) };
  const item = cells.get("item");
  if (!item) return { problem: markProblems.noItem.en };
  const points = numberIn(cells.get("points"));
  if (points === null) return { problem: markProblems.noNumber(cells.get("points") ?? "").en };
  const { id } = found.student;
  if (known.byStudent.get(id)?.some((mark) => mark.item === item)) return { problem: markProblems.twice(id, item).en };
  const problem = problemWithMark(item, points, cells.get("max"), known);
  return problem
    ? { problem: problem.en }
    : { student: id, mark: { item, points, comment: cells.get("comment") ?? null } };
}

/**
 * What is wrong with a mark; null if nothing is.
 *
 * @param known what marks can name; the maximum of an item of one's own is added to it
 */
export function problemWithMark(
  item: string,
  points: number,
  max: string | undefined,
  { lab, maxPoints }: Pick<Known, "lab" | "maxPoints">,
): Text | null {
  const question = lab.questions?.find(({ id }) => id === item);
  if (question) return questionProblem(question, points, max);
  const test = lab.tests.find(({ id }) => id === item);
  if (test !== undefined) return rangeProblem(item, points, test.points);
  if (item === "total") return rangeProblem(item, points, mostPoints);
  const questions = (lab.questions ?? []).map(({ id }) => id);
  const meant = max === undefined ? nearest(item, questions) : undefined;
  if (meant !== undefined) return markProblems.noQuestion(item, meant);
  const problem = noteMax(item, max, maxPoints);
  return problem ?? rangeProblem(item, points, maxPoints.get(item) as number);
}

/** The lab says what a question is worth. */
function questionProblem({ id, points: most }: { id: string; points: number }, points: number, max?: string) {
  if (max !== undefined && numberIn(max) !== most) return markProblems.otherMost(id, most, max);
  return rangeProblem(id, points, most);
}

/** A mark above the maximum or below 0 is a typing error. */
function rangeProblem(item: string, points: number, most: number): Text | null {
  return points < 0 || points > most ? markProblems.outOfRange(item, most, points) : null;
}

/** All lines of an item must have the same maximum. */
function noteMax(item: string, written: string | undefined, maxPoints: Map<string, number>): Text | null {
  const max = written === undefined ? (maxPoints.get(item) ?? null) : numberIn(written);
  if (max === null) return markProblems.needsMax(item);
  if (max <= 0 || max > mostPoints) return markProblems.badMax(item, mostPoints, max);
  const before = maxPoints.get(item) ?? max;
  if (before !== max) return markProblems.twoMaxima(item, before, max);
  maxPoints.set(item, max);
  return null;
}

/** No course gives more for one item; a larger number is a typing error. */
const mostPoints = 10_000;

/** A number as spreadsheets write it; many of them with a comma for the decimal point. */
export function numberIn(cell: string | undefined): number | null {
  return cell !== undefined && /^-?\d+(?:[.,]\d+)?$/.test(cell) ? Number(cell.replace(",", ".")) : null;
}
