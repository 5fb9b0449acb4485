import { eastAsianWidth } from "get-east-asian-width";

/** One character or byte as it is displayed, and how many bytes and terminal columns it takes. */
export interface BytePiece {
  shown: string;
  bytes: number;
  columns: number;
}

/**
 * Cuts bytes into displayable pieces: printable UTF-8 characters as themselves, everything else as `\n`, `\x00`, ….
 * Marks that join the character before them and every space but U+0020 are escaped too: a reader could not tell them
 * apart. No character reaches across `splitAt`; one that would is shown as its bytes, so that two byte strings that
 * agree up to there have the same pieces up to there.
 */
export function bytePieces(bytes: Uint8Array, options: { splitAt?: number; ascii?: boolean } = {}): BytePiece[] {
  const pieces: BytePiece[] = [];
  for (let at = 0; at < bytes.length; ) {
    const size = characterSize(bytes, at);
    const split = options.splitAt !== undefined && at < options.splitAt && options.splitAt < at + size;
    const piece = size > 1 && !split && !options.ascii ? wholeCharacter(bytes.subarray(at, at + size)) : null;
    const next = piece ?? singleByte(bytes[at] ?? 0);
    pieces.push(next);
    at += next.bytes;
  }
  return pieces;
}

/** How many columns the pieces take together, at most: a terminal may draw two that belong together in fewer. */
export function columnsOf(pieces: readonly BytePiece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.columns, 0);
}

/** Length in bytes of the well-formed UTF-8 character at an index, 1 where there is none (RFC 3629). */
function characterSize(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  const size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1;
  return size > 1 && continues(bytes, at, size) && decode(bytes.subarray(at, at + size)) !== null ? size : 1;
}

/** Whether enough bytes follow that could belong to the character: cheaper than trying to decode them. */
function continues(bytes: Uint8Array, at: number, size: number): boolean {
  const rest = bytes.subarray(at + 1, at + size);
  return rest.length === size - 1 && rest.every((byte) => (byte & 0xc0) === 0x80);
}

function wholeCharacter(bytes: Uint8Array): BytePiece | null {
  const character = decode(bytes);
  if (character === null || !visible.test(character)) return null;
  return { shown: character, bytes: bytes.length, columns: eastAsianWidth(character.codePointAt(0) ?? 0) };
}

function singleByte(byte: number): BytePiece {
  const shown = shortEscapes[byte] ?? (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : hexEscape(byte));
  return { shown, bytes: 1, columns: shown.length };
}

function hexEscape(byte: number): string {
  return `\\x${byte.toString(16).padStart(2, "0")}`;
}

const shortEscapes: Record<number, string> = { 9: "\\t", 10: "\\n", 13: "\\r", 34: '\\"', 92: "\\\\" };

const visible = /^[^\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}]$/u;

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decode(bytes: Uint8Array): string | null {
  try {
    const text = decoder.decode(bytes);
    return [...text].length === 1 ? text : null;
  } catch {
    return null;
  }
}
