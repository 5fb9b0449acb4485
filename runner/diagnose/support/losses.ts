import { align, type Edit } from "./align.ts";
import type { Echo } from "./echo.ts";

/** Bytes that never came back although later ones did. */
export interface Losses {
  /** Bytes that came back before the first loss. */
  firstAt: number;
  /** Bytes of the first loss. */
  lostBytes: number;
  /** The same number of bytes comes back each time before the next are lost. */
  isCutEachTime: boolean;
}

/** The losses of an echo that only lost bytes; null where none are lost in the middle or something else was changed. */
export function lossesOf({ sent, received }: Echo): Losses | null {
  const edits = align(sent, received);
  const [first] = edits ?? [];
  if (edits === null || first === undefined || edits.some((edit) => edit.kind !== "lost")) return null;
  if (isFilter(edits) || edits.every(({ bytes }) => isBlank(bytes))) return null;
  return { firstAt: first.at, lostBytes: first.bytes.length, isCutEachTime: isCutEachTime(edits) };
}

/** One kind of byte is taken out wherever it stands, such as CR before LF: nothing is cut off. */
function isFilter(edits: readonly Edit[]): boolean {
  return new Set(edits.map((edit) => edit.bytes.toString("latin1"))).size === 1 && edits[0]?.bytes.length === 1;
}

/** What strip() takes off each recv, and what no buffer is cut at again and again. */
function isBlank(bytes: Buffer): boolean {
  return /^[ \t\n\v\f\r]+$/.test(bytes.toString("latin1"));
}

/** Beyond it, equal losses are rather those of a send buffer that is full again and again. */
const largestCut = 16 * 1024;

/**
 * A beginning of each recv is as long as the buffer from which it is sent, and two whole ones in a row make a double; or it is the
 * same share of each, such as its half.
 */
function isCutEachTime(edits: readonly Edit[]): boolean {
  if (edits.length > 1 && edits.every(({ run, bytes }) => Math.abs(run - bytes.length) <= 1)) return true;
  const shortest = Math.min(...edits.map((edit) => edit.run));
  return edits.length > 1 && shortest > 1 && shortest <= largestCut && edits.every((edit) => edit.run % shortest === 0);
}
