import type { SystemError } from "../../launchers/output-signs.ts";
import { systemErrorIn, uncaughtErrorIn } from "../../launchers/read-output.ts";
import type { Evidence } from "../evidence.ts";

/** Everything that the program printed, errors last. */
export function printedBy({ output }: Evidence): string {
  return `${output.stdout}\n${output.stderr}`;
}

/** The last printed line that matches, trimmed; null when none does. */
export function lineMatching(evidence: Evidence, pattern: RegExp): string | null {
  const line = printedBy(evidence)
    .split("\n")
    .findLast((candidate) => pattern.test(candidate));
  return line?.trim() ?? null;
}

/** The last printed line with this error of the system, trimmed; null when there is none. */
export function systemError(evidence: Evidence, error: SystemError): string | null {
  return systemErrorIn(printedBy(evidence), error);
}

/** The line of a stack trace that names the error, or null when no stack trace was printed. */
export function uncaughtError(evidence: Evidence): string | null {
  return uncaughtErrorIn(printedBy(evidence));
}
