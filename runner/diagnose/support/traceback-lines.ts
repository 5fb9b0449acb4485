import { placesIn } from "../../launchers/read-output.ts";
import type { Evidence, SourceLine } from "../evidence.ts";

/** The lines of the student's own files that a stack trace or a compiler names, in its order, each once. */
export function tracebackLines(text: string, entry: string | null): SourceLine[] {
  const found = text.split("\n").flatMap(placesIn);
  const own = found.flatMap(({ path, line }) => {
    const file = withinHandIn(path, entry);
    return file === null ? [] : [{ file, line }];
  });
  const unique = new Map(own.map((place) => [`${place.file}:${place.line}`, place]));
  return [...unique.values()].slice(0, mostLines);
}

/** The same for what the program printed. */
export function printedLines({ output, entry }: Evidence): SourceLine[] {
  return tracebackLines(`${output.stderr}\n${output.stdout}`, entry);
}

const mostLines = 5;

/** The path relative to the hand-in; null for a file of the library or of the toolchain. */
function withinHandIn(path: string, entry: string | null): string | null {
  const relative = path.replace(/^\/home\/student\//, "").replace(/^\.\//, "");
  if (!relative.startsWith("/")) return relative;
  return entry !== null && relative.endsWith(`/${entry}`) ? entry : null;
}
