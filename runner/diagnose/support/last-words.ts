import { tracebackIn } from "../../steps/support/printed.ts";
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

/** The line of a stack trace that names the error, or null when no stack trace was printed. */
export function uncaughtError(evidence: Evidence): string | null {
  const trace = tracebackIn(printedBy(evidence));
  if (trace === null) return null;
  return lineMatching(evidence, errorLine) ?? afterPanic(evidence) ?? trace;
}

/** ValueError: …, java.net.BindException: …, Error: listen EADDRINUSE …, panic: … */
const errorLine =
  /^\s*(Exception in thread "[^"]*" |Caused by: |panic: )?([\w.$]*(Error|Exception|Interrupt)\b|panic: )/;

function afterPanic({ output }: Evidence): string | null {
  return /panicked at [^\n]*\n([^\n]+)/.exec(output.stderr)?.[1] ?? null;
}
