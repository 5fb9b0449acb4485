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

/** The losses of an echo that only lost bytes; null if none are lost in the middle, or something else changed. */
export function lossesOf({ sent, received }: Echo): Losses | null {
  const edits = align(sent, received);
  const [first] = edits ?? [];
  if (edits === null || first === undefined || edits.some((edit) => edit.kind !== "lost")) return null;
  if (isFilter(edits) || edits.every(({ bytes }) => isBlank(bytes))) return null;
  return { firstAt: first.at, lostBytes: first.bytes.length, isCutEachTime: isCutEachTime(edits) };
}

/** Whether one kind of byte is removed everywhere, such as CR before LF, so that nothing is cut off. */
function isFilter(edits: readonly Edit[]): boolean {
  return new Set(edits.map((edit) => edit.bytes.toString("latin1"))).size === 1 && edits[0]?.bytes.length === 1;
}

/** Whether the bytes are white space, which strip() removes and at which no buffer would be cut every time. */
function isBlank(bytes: Buffer): boolean {
  return /^[ \t\n\v\f\r]+$/.test(bytes.toString("latin1"));
}

/** Longer equal losses are rather caused by a full send buffer. */
const largestCut = 16 * 1024;

/**
 * Whether every recv() was cut in the same way: to the same length (twice that after an uncut one), or to the same
 * share, such as half.
 */
function isCutEachTime(edits: readonly Edit[]): boolean {
  if (edits.length > 1 && edits.every(({ run, bytes }) => Math.abs(run - bytes.length) <= 1)) return true;
  const shortest = Math.min(...edits.map((edit) => edit.run));
  return edits.length > 1 && shortest > 1 && shortest <= largestCut && edits.every((edit) => edit.run % shortest === 0);
}
