import type { Evidence, SourceLine } from "../evidence.ts";

/** The lines of the student's own files that a stack trace or a compiler names, in its order, each once. */
export function tracebackLines(text: string, entry: string | null): SourceLine[] {
  const found = text.split("\n").flatMap((line) => {
    if (/^\s+at (java|javax|jdk|sun)\b/.test(line)) return [];
    return patterns.flatMap((pattern) => [...line.matchAll(pattern)].flatMap((match) => ownLine(match, entry)));
  });
  const unique = new Map(found.map((place) => [`${place.file}:${place.line}`, place]));
  return [...unique.values()].slice(0, mostLines);
}

/** The same for what the program printed. */
export function printedLines({ output, entry }: Evidence): SourceLine[] {
  return tracebackLines(`${output.stderr}\n${output.stdout}`, entry);
}

const mostLines = 5;

const patterns = [
  /File "(?<file>[^"]+)", line (?<line>\d+)/g, // Python
  /(?<![\w/.])(?<file>[\w./@-]*?[\w-]+\.(?:[cm]?[jt]s|java|go|rs|c|h|cc|cpp|cxx|hpp)):(?<line>\d+)/g, // all others
];

function ownLine(match: RegExpMatchArray, entry: string | null): SourceLine[] {
  const { file: path = "", line = "" } = match.groups ?? {};
  const file = withinHandIn(path.trim(), entry);
  return file === null || Number(line) === 0 ? [] : [{ file, line: Number(line) }];
}

/** The path relative to the hand-in; null for a file of the library or of the toolchain. */
function withinHandIn(path: string, entry: string | null): string | null {
  const relative = path.replace(/^\/home\/student\//, "").replace(/^\.\//, "");
  if (!relative.startsWith("/")) return relative;
  return entry !== null && relative.endsWith(`/${entry}`) ? entry : null;
}
