import { CsvError } from "csv-parse";
import { parse } from "csv-parse/sync";
import type { Text } from "../../../runner/model/text.ts";
import { worksheetTexts } from "../../../runner/texts/reports.ts";
import { type WorksheetColumns, worksheetColumns } from "./worksheet-columns.ts";

/** Moodle's worksheet: its cells, and the meaning of its columns. */
export interface Worksheet {
  header: readonly string[];
  rows: readonly (readonly string[])[];
  columns: WorksheetColumns;
}

/** Reads the worksheet, or returns the lines for which it cannot be filled in. */
export function readWorksheet(sheet: string): Worksheet | { problems: Text[] } {
  const parsed = parseSheet(sheet);
  if ("line" in parsed) return { problems: [worksheetTexts.unreadable(parsed.line)] };
  const [header = [], ...rows] = parsed.records;
  const columns = worksheetColumns(header, rows);
  const shown = header.join(", ");
  if ("lacking" in columns)
    return {
      problems: [worksheetTexts.noColumn({ identifier: "Identifier", grade: "Grade" }[columns.lacking], shown)],
    };
  const problems = repeated(rows.map((row) => row[columns.identifier] ?? ""));
  return problems.length > 0 ? { problems } : { header, rows, columns };
}

function repeated(identifiers: readonly string[]): Text[] {
  return identifiers.flatMap((identifier, index) =>
    identifiers.indexOf(identifier) === index ? [] : [worksheetTexts.twice(identifier, index + 2)],
  );
}

function parseSheet(sheet: string): { records: string[][] } | { line: number } {
  const delimiter = /^[^"\r\n]*;/.test(sheet) ? ";" : sheet.split("\n", 1)[0]?.includes("\t") ? "\t" : ",";
  try {
    const records = parse(sheet, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true });
    // A spreadsheet leaves rows of empty cells where content was deleted.
    return { records: records.filter((row) => row.some((cell) => cell.trim() !== "")) };
  } catch (error) {
    if (error instanceof CsvError) return { line: Number((error as CsvError & { lines?: number }).lines ?? 1) };
    throw error;
  }
}
