import { stringify } from "csv-stringify/sync";
import { printableLine } from "../../../runner/texts/printable.ts";

/** What a cell may hold; null is an empty cell. */
export type Cell = string | number | null;

/** How a table is to be written. */
export interface TableOptions {
  /** Begin with a byte order mark, without which Excel takes UTF-8 for something else. @default false */
  forExcel?: boolean;
}

/**
 * Rows as CSV (RFC 4180, lines ending in CR LF). Words are harmless to whatever opens the file: one line each, without
 * control characters, and with an apostrophe before what a spreadsheet would run as a formula.
 */
export function csvTable(rows: readonly (readonly Cell[])[], { forExcel = false }: TableOptions = {}): string {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === "string" ? harmless(cell) : cell)));
  return stringify(cells, { record_delimiter: "windows", bom: forExcel });
}

/** Most characters of a cell: Excel refuses more than 32 767. */
const mostCharacters = 8000;

/** Words that no program which opens the file runs, or takes for more than one line. */
export function harmless(words: string): string {
  const line = printableLine(words.slice(0, mostCharacters));
  return formula.test(line) ? `'${line.trimStart()}` : line;
}

/** Some programs skip the space before a formula, or take full-width signs for it; `-` alone and numbers are none. */
const formula = /^\s*(?!-$|[+-]?\d+([.,]\d+)?$)[=+\-@\uff1d\uff0b\uff0d\uff20]/;
