import { isUtf8 } from "node:buffer";
import { CsvError } from "csv-parse";
import { parse } from "csv-parse/sync";
import type { Problem } from "../spec/problem.ts";
import { tableText, workbook } from "./table-text.ts";

/** A CSV file: its rows, with cells by column name as written in the first line. */
export interface Table {
  file: string;
  /** The character between its cells. */
  delimiter: string;
  columns: readonly string[];
  rows: readonly Row[];
}

/** One row that is not empty. */
export interface Row {
  /** Line of the file that it ends on, from 1. */
  line: number;
  /** Cells by column, trimmed, without empty cells. */
  cells: ReadonlyMap<string, string>;
}

/**
 * Reads a CSV file, separated by comma, semicolon or tab, in UTF-8 or UTF-16 as spreadsheets write it. Rows whose cells
 * are all empty are passed over, and cells that are missing at a row's end are empty: Excel leaves them out.
 */
export function readTable(file: string, bytes: Uint8Array): Table | { problems: Problem[] } {
  const whole = workbook(bytes) === null ? tableText(bytes) : null;
  if (whole === null) return { problems: [notText(file, bytes)] };
  const { text, delimiter, skipped } = separated(whole);
  try {
    const records = parse(withoutFormulas(text), {
      delimiter,
      bom: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      info: true,
    }) as unknown as Parsed[];
    const filled = records.filter(({ record }) => record.some((cell) => cell !== ""));
    const [header, ...rows] = filled.map((row) => ({ record: row.record, line: row.info.lines + skipped }));
    if (!header) return { problems: [problemAt(file, 1, "it is empty: the first line names the columns")] };
    const problems = rows.flatMap(({ record, line }) =>
      fits(record, header.record) ? [] : [problemAt(file, line, otherLength)],
    );
    if (problems.length > 0) return { problems };
    return { file, delimiter, columns: header.record, rows: rows.map((row) => toRow(header.record, row)) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number((error as CsvError & { lines?: number }).lines ?? 1) + skipped;
    return { problems: [problemAt(file, line, sentences[error.code] ?? error.message)] };
  }
}

/** The problems of a table that has one of these columns more than once. */
export function doubledColumns({ file, columns }: Table, used: readonly string[]): Problem[] {
  const count = (name: string) => columns.filter((column) => column.toLowerCase() === name.toLowerCase()).length;
  const doubled = [...new Set(used)].filter((name) => count(name) > 1);
  return doubled.map((name) => problemAt(file, 1, `two columns are named \`${name}\`: rename or remove one of them`));
}

/** A problem in a line of a table. */
export function problemAt(file: string, line: number, message: string): Problem {
  return { file, line, column: 1, message, path: [] };
}

/** The problems of a table that lacks some of these columns. */
export function lackingColumns({ file, columns }: Table, needed: readonly string[]): Problem[] {
  const lacking = needed.filter((column) => !columns.includes(column));
  const there = columns.join(", ");
  return lacking.map((column) =>
    problemAt(file, 1, `the column \`${column}\` is missing; the first line has ${there}`),
  );
}

interface Parsed {
  record: string[];
  info: { lines: number };
}

const otherLength =
  "it has another number of cells than the first line: put a cell that holds the separator in quotation marks";

const sentences: Record<string, string> = {
  CSV_QUOTE_NOT_CLOSED: "a quotation mark is opened in this line or above it and never closed",
  CSV_INVALID_CLOSING_QUOTE:
    "after a closing quotation mark only the separator may come: double one that belongs to the text",
  INVALID_OPENING_QUOTE:
    "a quotation mark is in the middle of a cell: put the whole cell in quotation marks and double it",
};

/** A row of one cell below a first line of several uses another separator, or is not a row. */
function fits(record: readonly string[], header: readonly string[]): boolean {
  const tooMany = record.slice(header.length).some((cell) => cell !== "");
  return !tooMany && (record.length > 1 || header.length === 1);
}

function toRow(columns: readonly string[], { record, line }: { record: readonly string[]; line: number }): Row {
  const cells = columns.flatMap((column, index): [string, string][] =>
    record[index] ? [[column, plainCell(record[index])]] : [],
  );
  return { line, cells: new Map(cells) };
}

/** Programs write a cell as `="0511"` so that Excel keeps the zeros of a number. */
function withoutFormulas(text: string): string {
  return text.replace(/(?<=^|[,;\t\r\n])="([^"\r\n]*)"(?=[,;\t\r\n]|$)/g, '"$1"');
}

/** The same in quotation marks, and what a user types into a spreadsheet for that: `'0511`. */
function plainCell(cell: string): string {
  return /^="([^"]*)"$/.exec(cell)?.[1] ?? /^'(\d+)$/.exec(cell)?.[1] ?? cell;
}

function notText(file: string, bytes: Uint8Array): Problem {
  const what = workbook(bytes);
  if (what === null) return problemAt(file, firstForeignLine(bytes), "it is not in UTF-8: save it as “CSV UTF-8”");
  return problemAt(file, 1, `it is ${what}, and not a CSV: save it as “CSV UTF-8”`);
}

/** In UTF-8 no multi-byte character contains a newline, so each line can be checked separately. */
function firstForeignLine(bytes: Uint8Array): number {
  const lines = Buffer.from(bytes).toString("latin1").split("\n");
  return (
    1 +
    Math.max(
      0,
      lines.findIndex((line) => !isUtf8(Buffer.from(line, "latin1"))),
    )
  );
}

/** The text without the line `sep=;`, which tells Excel the separator, and how many lines were removed. */
function separated(text: string): { text: string; delimiter: string; skipped: number } {
  const [line, told] = /^\uFEFF?"?sep=(.)"?\r?\n/i.exec(text) ?? [];
  if (line === undefined || told === undefined) return { text, delimiter: separator(text), skipped: 0 };
  return { text: text.slice(line.length), delimiter: told, skipped: 1 };
}

/** The most frequent separator of the first line outside quotation marks; files with decimal commas use a semicolon. */
function separator(text: string): string {
  const [firstLine = ""] = text
    .replace(/"(?:[^"]|"")*"/g, "")
    .trimStart()
    .split(/\r\n|[\r\n]/, 1);
  const count = (mark: string) => firstLine.split(mark).length;
  return [",", ";", "\t"].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}
