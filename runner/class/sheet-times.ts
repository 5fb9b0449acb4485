import { rowsByStudent } from "../../reports/formats/moodle/match-rows.ts";
import { worksheetColumns } from "../../reports/formats/moodle/worksheet-columns.ts";
import type { StudentIdentity } from "../model/class-result.ts";
import { moodleTime } from "./moodle-time.ts";
import { readTable } from "./table.ts";

/**
 * When each student handed in, by id, as Moodle's worksheet says it in the time zone of the person who downloaded it;
 * null when the file is not such a worksheet.
 */
export function sheetTimes(
  file: string,
  bytes: Uint8Array,
  students: readonly StudentIdentity[],
): Map<string, string> | null {
  const table = readTable(file, bytes);
  if ("problems" in table) return null;
  const rows = table.rows.map(({ cells }) => table.columns.map((column) => cells.get(column) ?? ""));
  const columns = worksheetColumns(table.columns, rows);
  if ("lacking" in columns || columns.submitted === null) return null;
  const { submitted } = columns;
  const sheet = { header: table.columns, rows, columns };
  const places = rowsByStudent(
    sheet,
    students.map((student) => ({ ...student, submission: null })),
  );
  const times = [...places].flatMap(([id, place]): [string, string][] => {
    const time = moodleTime(rows[place]?.[submitted] ?? "");
    return time === null ? [] : [[id, time]];
  });
  return new Map(times);
}
