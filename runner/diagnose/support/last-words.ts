import type { SystemError } from "../../launchers/output-signs.ts";
import { namedErrorIn, stackTraceIn, systemErrorIn } from "../../launchers/read-output.ts";
import type { Evidence } from "../evidence.ts";

/** Everything that the program printed, errors last. */
export function printedBy({ output }: Evidence): string {
  return `${output.stdout}\n${output.stderr}`;
}

/** The last line that the program printed and that matches, trimmed; null when none does. */
export function lineMatching(evidence: Evidence, pattern: RegExp): string | null {
  const line = printedBy(evidence)
    .split("\n")
    .findLast((candidate) => pattern.test(candidate));
  return line?.trim() ?? null;
}

/** The last line in which the program tells of an error of the system, trimmed; null when none does. */
export function systemError(evidence: Evidence, error: SystemError): string | null {
  return systemErrorIn(printedBy(evidence), error);
}

/** The line of a stack trace that names the error, or null when no stack trace was printed. */
export function uncaughtError(evidence: Evidence): string | null {
  const output = printedBy(evidence);
  const trace = stackTraceIn(output);
  return trace === null ? null : (endOfTraceback(output) ?? afterThrow(output) ?? namedErrorIn(output) ?? trace);
}

/** Where the last traceback of Python ends: its first line that is not indented names the error, whatever its module. */
function endOfTraceback(printed: string): string | null {
  const at = printed.lastIndexOf(tracebackHeader);
  if (at < 0) return null;
  const lines = printed
    .slice(at + tracebackHeader.length)
    .split("\n")
    .slice(1);
  return lines.find((line) => /^\S/.test(line))?.trim() ?? null;
}

const tracebackHeader = "Traceback (most recent call last):";

/** C++ says the type on one line and the reason on the next. */
function afterThrow(printed: string): string | null {
  const [, thrown, what] = /^(terminate called after throwing.*)\n\s*what\(\):\s*(.*)$/m.exec(printed) ?? [];
  return thrown === undefined ? null : `${thrown}: ${what}`;
}
