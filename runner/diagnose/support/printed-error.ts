import type { SourceLocation } from "../../model/seen.ts";
import { type Meaning, meaningOf } from "../errors/index.ts";
import type { Evidence, SourceLine } from "../evidence.ts";
import { locationOf } from "./hand-in-files.ts";
import { lineMatching, printedBy, uncaughtError } from "./last-words.ts";
import { lineInSource } from "./sources.ts";
import { printedLines } from "./traceback-lines.ts";

/** An error that a program, or its runtime, printed. */
export interface PrintedError {
  words: string;
  /** Whether nothing handled it, as a stack trace or a signal of the kernel's shows. */
  isUncaught: boolean;
  /** The student's own lines that it names, innermost first, and the first of them with its text. */
  lines: SourceLine[];
  location: SourceLocation | null;
  meaning: Meaning | null;
}

/** The error that nothing handled, or else the last one that the program printed itself and that has a well-known meaning. */
export function printedError(evidence: Evidence): PrintedError | null {
  const known = errors.get(evidence);
  if (known !== undefined) return known;
  const uncaught = signalOf(evidence) ?? uncaughtError(evidence);
  const error = uncaught === null ? saidError(evidence) : explained(uncaught, true, evidence);
  errors.set(evidence, error);
  return error;
}

/** The same, where it is no answer to the Ctrl-C with which the test ended the program. */
export function unforcedError(evidence: Evidence): PrintedError | null {
  const error = printedError(evidence);
  return error && /^KeyboardInterrupt\b/.test(error.words) ? null : error;
}

/** Every diagnosis of a crash asks for the same one. */
const errors = new WeakMap<Evidence, PrintedError | null>();

function explained(words: string, isUncaught: boolean, evidence: Evidence): PrintedError {
  const named = isUncaught ? printedLines(evidence) : [];
  const text = named[0] ? (locationOf(evidence.files, named[0])?.text ?? "") : "";
  const meaning = meaningOf(evidence, words, text);
  const meant = named.length === 0 && meaning?.where ? lineInSource(evidence, meaning.where) : null;
  const lines = meant ? [meant] : named;
  return { words, isUncaught, lines, location: lines[0] ? locationOf(evidence.files, lines[0]) : null, meaning };
}

function saidError(evidence: Evidence): PrintedError | null {
  const lines = printedBy(evidence)
    .split("\n")
    .filter((line) => line.trim() !== "")
    .slice(-mostLines)
    .reverse();
  for (const line of lines) {
    const error = explained(line.trim(), false, evidence);
    // A program that runs on may have told its log what one client did.
    if (error.meaning && (error.meaning.always || evidence.exit !== null)) return error;
  }
  return null;
}

/** Further back a line has nothing to do with the end any more. */
const mostLines = 5;

/** The signal by which the kernel ended the program, in the C library's words where it has some; null where none did. */
function signalOf(evidence: Evidence): string | null {
  const signal = signals[evidence.exit?.status ?? 0];
  if (signal === undefined) return null;
  return lineMatching(evidence, lastWords) ?? signal;
}

const lastWords =
  /^\*\*\* .* \*\*\*|double free|free\(\): |malloc\(\): |corrupted size|munmap_chunk|Assertion .* failed|terminate called/;

/** Whether the kernel ended the program because of what it did. */
export function endedByKernel(status: number): boolean {
  return signals[status] !== undefined;
}

/** Exit statuses of programs that the kernel ended (128 + the signal's number, signal(7)). */
const signals: Record<number, string> = {
  132: "SIGILL",
  134: "SIGABRT",
  135: "SIGBUS",
  136: "SIGFPE",
  139: "SIGSEGV",
};
