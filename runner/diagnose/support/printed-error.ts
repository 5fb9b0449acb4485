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
  /** Whether it was not handled, as a stack trace or a signal from the kernel shows. */
  isUncaught: boolean;
  /** The student's lines that it names, innermost first, and the first of them with its text. */
  lines: SourceLine[];
  location: SourceLocation | null;
  meaning: Meaning | null;
}

/** The unhandled error, or the last error with a well-known meaning that the program printed itself. */
export function printedError(evidence: Evidence): PrintedError | null {
  const known = errors.get(evidence);
  if (known !== undefined) return known;
  const uncaught = signalOf(evidence) ?? uncaughtError(evidence);
  const error = uncaught === null ? saidError(evidence) : explained(uncaught, true, evidence);
  errors.set(evidence, error);
  return error;
}

/** The same without the reaction to the Ctrl-C with which the test ended the program: an error before that, if there is one. */
export function unforcedError(evidence: Evidence): PrintedError | null {
  const error = printedError(evidence);
  if (error === null || !/^KeyboardInterrupt\b/.test(error.words)) return error;
  const { stdout, stderr } = evidence.output;
  const last = stderr.lastIndexOf("Traceback (most recent call last)");
  const before = last <= 0 ? "" : stderr.slice(0, last);
  if (!before.includes("Traceback")) return null;
  const earlier = printedError({ ...evidence, output: { stdout, stderr: before } });
  return earlier?.isUncaught && earlier.meaning?.always === true ? earlier : null;
}

/** Cached, because every diagnosis of a crash needs it. */
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
    // A program that still runs may have logged what one client did.
    if (error.meaning && (error.meaning.always || evidence.exit !== null)) return error;
  }
  return null;
}

/** Earlier lines are not about the end of the program. */
const mostLines = 5;

/** The signal with which the kernel ended the program, with the C library's message if there is one; null if none did. */
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
