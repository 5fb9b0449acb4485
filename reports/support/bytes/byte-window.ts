import { type BytePiece, bytePieces } from "../../../runner/texts/byte-pieces.ts";

/** A range of bytes, written out, around a marked place. */
export interface ByteWindow extends Marked {
  /** Number of bytes before those shown. */
  bytesBefore: number;
  /** Number of bytes after those shown. */
  bytesAfter: number;
}

/** The text before, at and after the mark; without a mark all of it is `before`. */
export interface Marked {
  before: string;
  at: string;
  after: string;
}

/** Bytes of which only a part is known. */
export interface KnownBytes {
  bytes: Uint8Array;
  /** Index of the first byte known. */
  start: number;
  /** How many bytes there are in all. */
  length: number;
}

/**
 * Bytes as text, as many as fit into `columns`: those around the marked byte, or the first ones. With `ascii` all other
 * characters are escaped.
 */
export function textWindow(known: KnownBytes, columns: number, mark: number | null = null, ascii = false): ByteWindow {
  const write = ({ shown, columns }: Placed) => ({ words: shown, columns });
  return windowOf(known, mark, { columns, gap: "", ascii, write });
}

/** The same as hexadecimal numbers. */
export function hexWindow(known: KnownBytes, columns: number, mark: number | null = null): ByteWindow {
  const { bytes, start } = known;
  const write = ({ offset, bytes: count }: Placed) => {
    const own = bytes.subarray(offset - start, offset - start + count);
    const words = [...own].map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
    return { words, columns: words.length + 1 };
  };
  return windowOf(known, mark, { columns: columns + 1, gap: " ", ascii: false, write });
}

interface Writing {
  columns: number;
  /** The text between two pieces. */
  gap: string;
  ascii: boolean;
  write(piece: Placed): { words: string; columns: number };
}

function windowOf(known: KnownBytes, mark: number | null, { columns, gap, ascii, write }: Writing): ByteWindow {
  const { bytes, start } = near(known, mark, columns);
  const pieces = placed(bytePieces(bytes, mark === null ? { ascii } : { ascii, splitAt: mark - start }), start);
  const written = pieces.map((piece) => ({ ...piece, ...write(piece) }));
  const first = mark === null ? 0 : firstShown(written, mark, columns / 3);
  const shown = fitting(written.slice(first), columns);
  const join = (some: typeof shown) => some.map(({ words }) => words).join(gap);
  const at = mark ?? Number.POSITIVE_INFINITY;
  const from = shown[0]?.offset ?? known.start;
  return {
    bytesBefore: from,
    before: join(shown.filter(({ offset }) => offset < at)),
    at: join(shown.filter(({ offset }) => offset === at)),
    after: join(shown.filter(({ offset }) => offset > at)),
    bytesAfter: known.length - (end(shown) ?? from),
  };
}

/** Drops bytes too far away to be shown, without cutting a character at the beginning. */
function near({ bytes, start }: KnownBytes, mark: number | null, columns: number): Pick<KnownBytes, "bytes" | "start"> {
  const most = columns * longestCharacter;
  let from = Math.max(0, (mark ?? start) - start - most);
  while (from > 0 && isInsideCharacter(bytes[from])) from -= 1;
  return { bytes: bytes.subarray(from, (mark ?? start) - start + most), start: start + from };
}

/** In bytes of UTF-8 (RFC 3629). */
const longestCharacter = 4;

function isInsideCharacter(byte = 0): boolean {
  return (byte & 0xc0) === 0x80;
}

interface Placed extends BytePiece {
  offset: number;
}

function placed(pieces: readonly BytePiece[], start: number): Placed[] {
  let offset = start;
  return pieces.map((piece) => {
    const placed = { ...piece, offset };
    offset += piece.bytes;
    return placed;
  });
}

/** Index of the first piece to show, so that the mark comes after about `columns` columns. */
function firstShown(pieces: readonly Placed[], mark: number, columns: number): number {
  const marked = pieces.findIndex(({ offset }) => offset >= mark);
  let first = marked === -1 ? pieces.length : marked;
  for (let used = 0; first > 0; first--) {
    used += pieces[first - 1]?.columns ?? 0;
    if (used > columns) break;
  }
  return first;
}

function fitting<T extends Placed>(pieces: readonly T[], columns: number): T[] {
  let used = 0;
  const over = pieces.findIndex((piece) => {
    used += piece.columns;
    return used > columns;
  });
  return pieces.slice(0, over === -1 ? pieces.length : over);
}

function end(pieces: readonly Placed[]): number | undefined {
  const last = pieces.at(-1);
  return last && last.offset + last.bytes;
}
