import { stringify } from "csv-stringify/sync";
import { printableLine } from "../../../runner/texts/printable.ts";

/** What a cell may hold; null is an empty cell. */
export type Cell = string | number | null;

/** How a table is written. */
export interface TableOptions {
  /** Begin with a byte order mark, without which Excel does not recognise UTF-8. @default false */
  forExcel?: boolean;
}

/**
 * Rows as CSV (RFC 4180, lines ending in CR LF). Text is made harmless: one line, without control characters, and with
 * an apostrophe before anything that a spreadsheet would run as a formula.
 */
export function csvTable(rows: readonly (readonly Cell[])[], { forExcel = false }: TableOptions = {}): string {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === "string" ? harmless(cell) : cell)));
  return stringify(cells, { record_delimiter: "windows", bom: forExcel });
}

/** Most characters of a cell: Excel refuses more than 32 767. */
const mostCharacters = 8000;

/** Text that no program runs as a formula or reads as several lines. */
export function harmless(words: string): string {
  const line = printableLine(words.slice(0, mostCharacters));
  return formula.test(line) ? `'${line.trimStart()}` : line;
}

/** Some programs skip space before a formula, or accept full-width signs; `-` alone and numbers are not formulas. */
const formula = /^\s*(?!-$|[+-]?\d+([.,]\d+)?$)[=+\-@\uff1d\uff0b\uff0d\uff20]/;
