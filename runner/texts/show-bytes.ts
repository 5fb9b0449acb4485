import type { Difference, KeptBytes } from "../model/seen.ts";
import type { Language } from "../model/text.ts";
import { type BytePiece, bytePieces, columnsOf } from "./byte-pieces.ts";
import { fromBase64 } from "./bytes.ts";
import { byteCount, grouped } from "./quantity.ts";

/** How much room there is for bytes and in which words the rest is counted. */
export interface ShowOptions {
  /** Most terminal columns a line may take; below 24 a line may be wider. */
  width: number;
  language: Language;
  /** Show no character outside ASCII. @default false */
  ascii?: boolean;
}

/** Two byte strings as a result keeps them, and where they part. */
export interface Sides {
  expected: KeptBytes;
  actual: KeptBytes;
  difference: Difference;
}

/** Two byte strings on a line each, and a caret that stands under that place in both. */
export interface ShownDifference {
  expected: string;
  actual: string;
  marker: string;
}

/** Bytes on one line, in quotes and escaped; where they are too many, the beginning, how many are left out, and the end. */
export function showKept(kept: KeptBytes, options: ShowOptions): string {
  if (kept.length === 0) return nothing[options.language];
  const head = bytePieces(fromBase64(kept.head), options);
  if (fits(head, kept.length, options.width)) return quoted(head);
  const room = options.width - quotes * 2 - countBetween(kept.length, options).length;
  const first = fitting(head, Math.ceil((room * 2) / 3));
  const rest = kept.tail === undefined ? head.slice(first.length) : bytePieces(fromBase64(kept.tail), options);
  const last = fitting(rest.reverse(), room - columnsOf(first)).reverse();
  const leftOut = kept.length - byteLength(first) - byteLength(last);
  return `${quoted(first)}${countBetween(leftOut, options)}${quoted(last)}`;
}

/** Two byte strings around their first difference, on two lines that start at the same byte. */
export function showDifference(sides: Sides, options: ShowOptions): ShownDifference {
  const { offset } = sides.difference;
  const { windowStart, ...windows } = widestWindow(sides);
  const pieces = (bytes: Uint8Array) => bytePieces(bytes, { ...options, splitAt: offset - windowStart });
  const [expected, actual] = [pieces(windows.expected), pieces(windows.actual)];
  const lengths = { expected: sides.expected.length, actual: sides.actual.length };
  const fit = fits(expected, lengths.expected, options.width) && fits(actual, lengths.actual, options.width);
  const context = Math.floor(options.width / 2) - countBefore(offset, options).length;
  const before = piecesBefore(expected, offset - windowStart, fit ? options.width : context);
  const start = offset - byteLength(before);
  const lead = start === 0 ? "" : countBefore(start, options);
  const line = (side: BytePiece[], length: number) =>
    lead + quotedFrom(side.slice(indexOfByte(side, start - windowStart)), length - start, lead.length, options);
  return {
    expected: line(expected, lengths.expected),
    actual: line(actual, lengths.actual),
    marker: markerLine(lead.length + 1 + columnsOf(before), offset, options),
  };
}

const quotes = 2;

const nothing: Record<Language, string> = { en: "nothing", id: "tidak ada" };

/** The bytes around the difference that the result holds: all of both where it kept them whole. */
function widestWindow({ expected, actual, difference }: Sides) {
  if (expected.tail === undefined && actual.tail === undefined) {
    return {
      windowStart: 0,
      expected: fromBase64(expected.head),
      actual: fromBase64(actual.head),
    };
  }
  const { windowStart } = difference;
  return { windowStart, expected: fromBase64(difference.expected), actual: fromBase64(difference.actual) };
}

/** As many pieces as fit next to `taken` columns; `length` counts the bytes from the first piece to the true end. */
function quotedFrom(pieces: BytePiece[], length: number, taken: number, options: ShowOptions): string {
  const room = options.width - taken;
  if (fits(pieces, length, room)) return quoted(pieces);
  const shown = fitting(pieces, room - quotes - countAfter(length, options).length);
  return `${quoted(shown)}${countAfter(length - byteLength(shown), options)}`;
}

function markerLine(column: number, offset: number, { width, language }: ShowOptions): string {
  const words = offset === 0 ? markerWords.atOnce[language] : markerWords.after[language](offset);
  if (column + 2 + words.length <= width) return `${" ".repeat(column)}^ ${words}`;
  if (words.length + 1 <= column) return `${" ".repeat(column - words.length - 1)}${words} ^`;
  return `${" ".repeat(column)}^`;
}

const markerWords = {
  atOnce: { en: "differs from the first byte", id: "berbeda sejak byte pertama" } satisfies Record<Language, string>,
  after: {
    en: (offset) => `after ${grouped(offset)} equal ${offset === 1 ? "byte" : "bytes"}`,
    id: (offset) => `setelah ${grouped(offset)} byte yang sama`,
  } satisfies Record<Language, (offset: number) => string>,
};

/** Whether these are all pieces, and they fit into this number of columns. */
function fits(pieces: readonly BytePiece[], length: number, columns: number): boolean {
  return byteLength(pieces) === length && columnsOf(pieces) + quotes <= columns;
}

function countBefore(count: number, options: ShowOptions): string {
  return `${counted(count, options)}${dots(options)} `;
}

function countBetween(count: number, options: ShowOptions): string {
  const words = counted(count, options);
  return words === "" ? ` ${dots(options)} ` : ` ${dots(options)} ${words}${dots(options)} `;
}

function countAfter(count: number, options: ShowOptions): string {
  return ` ${dots(options)} ${counted(count, options)}`.trimEnd();
}

/** How many bytes were left out, where there is room to say so. */
function counted(count: number, { width, language }: ShowOptions): string {
  return width < 60 ? "" : `${byteCount(count)[language]} `;
}

function dots({ ascii }: ShowOptions): string {
  return ascii ? "..." : "…";
}

function quoted(pieces: readonly BytePiece[]): string {
  return `"${pieces.map((piece) => piece.shown).join("")}"`;
}

/** The longest beginning of the pieces that fits into this number of columns. */
function fitting(pieces: readonly BytePiece[], columns: number): BytePiece[] {
  let used = 0;
  const end = pieces.findIndex((piece) => {
    used += piece.columns;
    return used > columns;
  });
  return pieces.slice(0, end === -1 ? pieces.length : end);
}

/** The pieces that end at a byte, as many of the last ones as fit. */
function piecesBefore(pieces: readonly BytePiece[], end: number, columns: number): BytePiece[] {
  const before = pieces.slice(0, indexOfByte(pieces, end));
  return fitting([...before].reverse(), columns).reverse();
}

function indexOfByte(pieces: readonly BytePiece[], at: number): number {
  let passed = 0;
  const index = pieces.findIndex((piece) => {
    const found = passed >= at;
    passed += piece.bytes;
    return found;
  });
  return index === -1 ? pieces.length : index;
}

function byteLength(pieces: readonly BytePiece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.bytes, 0);
}
