import { cOutput } from "./c/output.ts";
import { launchers } from "./index.ts";
import type { Launcher } from "./launcher.ts";
import type { OutputSigns, SystemError } from "./output-signs.ts";

/*
 * What programs print is read with the signs of every language: a shell script may start a Python program, and most runtimes
 * are built on the C library.
 */
const all: readonly OutputSigns[] = [
  ...new Set(Object.values<Launcher>(launchers).map(({ output }) => output ?? cOutput)),
];

/** The line at which a stack trace begins; null if there is none. */
export function stackTraceIn(output: string): string | null {
  const own = withoutHarmless(output);
  for (const sign of all.flatMap(({ stackTrace = [] }) => stackTrace)) {
    const found = sign.exec(own);
    if (found) return lineAt(own, found.index);
  }
  return null;
}

/** The unhandled error: the end of a stack trace, or the line of it that names the error; null if there is none. */
export function uncaughtErrorIn(output: string): string | null {
  const trace = stackTraceIn(output);
  if (trace === null) return null;
  const told = all.map(({ uncaught }) => uncaught?.(output) ?? null).find((words) => words !== null);
  return told ?? namedErrorIn(output) ?? trace;
}

/** The last stack trace of a runtime that prints the outermost call first; null if there is none. */
export function outermostFirstIn(output: string): string | null {
  return all.map(({ outermostFirst }) => outermostFirst?.(output) ?? null).find((trace) => trace !== null) ?? null;
}

/** The last line that names an error, trimmed: `ValueError: …`, `Caused by: java.net.BindException: …`, `panic: …`. */
export function namedErrorIn(output: string): string | null {
  return lastLine(
    output,
    all.flatMap(({ errorLine = [] }) => errorLine),
  );
}

/** The last line of the output that reports this error of the system, trimmed; null if there is none. */
export function systemErrorIn(output: string, error: SystemError): string | null {
  return lastLine(
    output,
    all.flatMap(({ errors }) => errors?.[error] ?? []),
  );
}

/** A line of a source file that a stack trace or a compiler names, with the path as it was printed. */
export interface PrintedPlace {
  path: string;
  line: number;
}

/** The lines of source files that a line of output names, except those of the runtimes' own libraries. */
export function placesIn(line: string): PrintedPlace[] {
  if (all.some(({ libraryFrame }) => libraryFrame?.test(line))) return [];
  return places
    .flatMap((place) => [...line.matchAll(place)])
    .map(({ groups = {} }) => ({ path: (groups.file ?? "").trim(), line: Number(groups.line) }))
    .filter((found) => found.line > 0);
}

const places = [...all.flatMap(({ place }) => place ?? []), usualPlace()];

/** `server.c:12`, as compilers and most runtimes name a line. */
function usualPlace(): RegExp {
  const usual = Object.values<Launcher>(launchers).filter(({ output }) => output?.place === undefined);
  const endings = usual.flatMap(({ extensions, source }) => [...extensions, ...(source.partEndings ?? [])]);
  const oneOf = endings.map((ending) => ending.slice(1).replaceAll("+", "\\+")).join("|");
  return new RegExp(`(?<![\\w/.])(?<file>[\\w./@-]*?[\\w-]+\\.(?:${oneOf})):(?<line>\\d+)`, "g");
}

/** The line in which the last match of any of the signs ends, trimmed. */
function lastLine(output: string, signs: readonly RegExp[]): string | null {
  const ends = signs.flatMap((sign) =>
    [...output.matchAll(new RegExp(sign, "gm"))].map((match) => match.index + match[0].length),
  );
  return ends.length === 0 ? null : lineAt(output, Math.max(...ends) - 1);
}

function withoutHarmless(output: string): string {
  return all.reduce((text, { harmless }) => (harmless ? text.replace(harmless, "") : text), output);
}

function lineAt(text: string, index: number): string {
  const end = text.indexOf("\n", index);
  return text.slice(text.lastIndexOf("\n", index - 1) + 1, end < 0 ? undefined : end).trim();
}
