import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { harmless } from "../../reports/formats/csv/csv-table.ts";
import type { Problem } from "../spec/problem.ts";
import type { Students } from "./students.ts";
import { readTable, type Table } from "./table.ts";

/** Where marks given by hand are kept in the folder of a class, unless another file is named. */
export function ownMarksFile(folder: string): string {
  return join(folder, "marks.csv");
}

/** A mark to write into the file; without points, a mark to remove. */
export interface MarkEdit {
  /** The student's id. */
  student: string;
  item: string;
  points: number | null;
  /** Maximum points, for an item that is not in the lab. */
  max: number | null;
  comment: string | null;
}

/**
 * A file of marks given by hand with one mark set, changed or removed. Its other rows, its columns and its separator
 * stay.
 *
 * @param bytes the present content; null when there is no file yet
 */
export function withMark(
  file: string,
  bytes: Uint8Array | null,
  edit: MarkEdit,
  students: Students,
): Buffer | { problems: Problem[] } {
  const table = bytes === null ? newTable(file) : readTable(file, bytes);
  if ("problems" in table) return table;
  const rows = table.rows.map(({ cells }) => new Map(cells));
  const at = rows.findIndex((cells) => isAbout(cells, edit, students));
  if (edit.points === null) rows.splice(at, at === -1 ? 0 : 1);
  else rows.splice(at === -1 ? rows.length : at, 1, written(rows[at], edit, edit.points, table.delimiter));
  const columns = [...new Set([...table.columns, ...rows.flatMap((cells) => [...cells.keys()])])];
  const records = rows.map((cells) => columns.map((column) => cells.get(column) ?? ""));
  const text = stringify([columns, ...records], { delimiter: table.delimiter, record_delimiter: "windows" });
  // Without a byte order mark Excel does not recognise UTF-8.
  return Buffer.from(`\uFEFF${text}`);
}

function newTable(file: string): Table {
  return { file, delimiter: ",", columns: ["student", "item", "points", "max", "comment"], rows: [] };
}

function isAbout(cells: ReadonlyMap<string, string>, { student, item }: MarkEdit, students: Students): boolean {
  const found = students.named(cells.get("student") ?? "");
  return "student" in found && found.student.id === student && cells.get("item") === item;
}

/** In files separated by semicolons, numbers have a decimal comma. */
function written(
  before: ReadonlyMap<string, string> | undefined,
  { student, item, max, comment }: MarkEdit,
  points: number,
  delimiter: string,
): Map<string, string> {
  const number = (value: number) => (delimiter === ";" ? String(value).replace(".", ",") : String(value));
  const cells = new Map(before ?? [["student", student]]);
  cells.set("item", item).set("points", number(points));
  if (max !== null) cells.set("max", number(max));
  if (comment) cells.set("comment", harmless(comment));
  else cells.delete("comment");
  return cells;
}
