import { isUtf8 } from "node:buffer";
import { CsvError } from "csv-parse";
import { parse } from "csv-parse/sync";
import type { Problem } from "../spec/problem.ts";

/** A CSV file: its rows, with their cells by the names of the columns as the first line writes them. */
export interface Table {
  file: string;
  /** What stands between its cells. */
  delimiter: string;
  columns: readonly string[];
  rows: readonly Row[];
}

/** One row that is not empty. */
export interface Row {
  /** Line of the file that it ends on, from 1. */
  line: number;
  /** Cells by column, without the space around them; a cell that is empty is not there. */
  cells: ReadonlyMap<string, string>;
}

/** Takes a CSV file apart, separated by comma, semicolon or tab, in UTF-8 or UTF-16 as spreadsheets write it. */
export function readTable(file: string, bytes: Uint8Array): Table | { problems: Problem[] } {
  const text = decode(bytes);
  if (text === null)
    return { problems: [problemAt(file, firstForeignLine(bytes), "it is not in UTF-8: save it as “CSV UTF-8”")] };
  const delimiter = separator(text);
  try {
    const records = parse(text, {
      delimiter,
      bom: true,
      trim: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as Parsed[];
    const [header, ...rows] = records;
    if (!header) return { problems: [problemAt(file, 1, "it is empty: the first line names the columns")] };
    return { file, delimiter, columns: header.record, rows: rows.map((row) => toRow(header.record, row)) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number((error as CsvError & { lines?: number }).lines ?? 1);
    return { problems: [problemAt(file, line, sentences[error.code] ?? error.message)] };
  }
}

/** What is wrong with a table that has one of these columns more than once: nobody knows which of them is meant. */
export function doubledColumns({ file, columns }: Table, used: readonly string[]): Problem[] {
  const count = (name: string) => columns.filter((column) => column.toLowerCase() === name.toLowerCase()).length;
  const doubled = [...new Set(used)].filter((name) => count(name) > 1);
  return doubled.map((name) => problemAt(file, 1, `two columns are named \`${name}\`: rename or remove one of them`));
}

/** Something wrong in a line of a table. */
export function problemAt(file: string, line: number, message: string): Problem {
  return { file, line, column: 1, message, path: [] };
}

/** What is wrong with a table that lacks some of these columns. */
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

const sentences: Record<string, string> = {
  CSV_RECORD_INCONSISTENT_FIELDS_LENGTH:
    "it has another number of cells than the first line: put a cell that holds the separator in quotation marks",
  CSV_QUOTE_NOT_CLOSED: "a quotation mark is opened in this line or above it and never closed",
  CSV_INVALID_CLOSING_QUOTE:
    "after a closing quotation mark only the separator may come: double one that belongs to the text",
  INVALID_OPENING_QUOTE:
    "a quotation mark stands in the middle of a cell: put the whole cell in quotation marks and double it",
};

function toRow(columns: readonly string[], { record, info }: Parsed): Row {
  const cells = columns.flatMap((column, index): [string, string][] =>
    record[index] ? [[column, record[index]]] : [],
  );
  return { line: info.lines, cells: new Map(cells) };
}

function decode(bytes: Uint8Array): string | null {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    return new TextDecoder(isUtf16 ? "utf-16le" : "utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A sequence of bytes for one character never holds that of a line's end: each line can be looked at alone. */
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

/** The separator that the first line has most of; where a spreadsheet uses the comma in numbers it is a semicolon. */
function separator(text: string): string {
  const [firstLine = ""] = text.split("\n", 1);
  const count = (mark: string) => firstLine.split(mark).length;
  return [",", ";", "\t"].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}
