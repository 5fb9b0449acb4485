import { CsvError } from "csv-parse";
import { parse } from "csv-parse/sync";
import type { Text } from "../../../runner/model/text.ts";
import { worksheetTexts } from "../../../runner/texts/reports.ts";

/** Moodle's worksheet: its cells as they were, and which column is which. */
export interface Worksheet {
  header: readonly string[];
  rows: readonly (readonly string[])[];
  columns: Columns;
}

/** Indexes of the columns; null where the assignment has none, for it may be anonymous or take no feedback. */
interface Columns extends Record<OptionalColumn, number | null> {
  identifier: number;
  grade: number;
}

/** Reads the worksheet, or says with its lines why it cannot be filled. */
export function readWorksheet(sheet: string): Worksheet | { problems: Text[] } {
  const parsed = parseSheet(sheet);
  if ("line" in parsed) return { problems: [worksheetTexts.unreadable(parsed.line)] };
  const [header = [], ...rows] = parsed.records;
  const find = (name: keyof typeof titles) => indexOf(header, titles[name]);
  const [identifier, grade] = [find("identifier"), find("grade")];
  const shown = header.join(", ");
  if (identifier === null) return { problems: [worksheetTexts.noColumn("Identifier", shown)] };
  if (grade === null) return { problems: [worksheetTexts.noColumn("Grade", shown)] };
  const problems = repeated(rows.map((row) => row[identifier] ?? ""));
  if (problems.length > 0) return { problems };
  const others = Object.fromEntries(optionalColumns.map((name) => [name, find(name)])) as Record<
    OptionalColumn,
    number
  >;
  return { header, rows, columns: { identifier, grade, ...others } };
}

const optionalColumns = ["name", "idNumber", "username", "email", "maximum", "changeable", "feedback"] as const;
type OptionalColumn = (typeof optionalColumns)[number];

/** What Moodle calls the columns in English and Indonesian. */
const titles: Record<OptionalColumn | "identifier" | "grade", RegExp> = {
  identifier: /^(identifier|pengenal|pengidentifikasi)$/i,
  grade: /^(grade|nilai)$/i,
  name: /^(full ?name|nama lengkap)$/i,
  idNumber: /^(id ?number|nomor id|nomor identitas)$/i,
  username: /^(username|nama pengguna)$/i,
  email: /^(e-?mail address|e-?mail|alamat e-?mail|alamat surel)$/i,
  maximum: /^(maximum grade|nilai maksimum|nilai maksimal)$/i,
  changeable: /^(grade can be changed|nilai dapat diubah)$/i,
  feedback: /^(feedback comments|komentar umpan balik)$/i,
};

function indexOf(header: readonly string[], title: RegExp): number | null {
  const index = header.findIndex((cell) => title.test(cell.trim()));
  return index === -1 ? null : index;
}

function repeated(identifiers: readonly string[]): Text[] {
  return identifiers.flatMap((identifier, index) =>
    identifiers.indexOf(identifier) === index ? [] : [worksheetTexts.twice(identifier, index + 2)],
  );
}

function parseSheet(sheet: string): { records: string[][] } | { line: number } {
  const delimiter = /^[^"\r\n]*;/.test(sheet) ? ";" : sheet.split("\n", 1)[0]?.includes("\t") ? "\t" : ",";
  try {
    return { records: parse(sheet, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true }) };
  } catch (error) {
    if (error instanceof CsvError) return { line: Number((error as CsvError & { lines?: number }).lines ?? 1) };
    throw error;
  }
}
