import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import type { SourceLocation } from "../../model/seen.ts";

/** The student's files that a diagnosis may read. */
export interface HandInFiles {
  /** Paths within the hand-in. */
  readonly names: readonly string[];
  /** The content of a file; null if it is too long for a source file, or not in the hand-in. */
  text(file: string): string | null;
  /** The student's file that a runtime or compiler means by a path or name; null if there is none. */
  own(path: string): string | null;
}

/** The files of a hand-in in a folder; listed and read on first use. */
export function handInFiles(folder: string): HandInFiles {
  let listed: readonly string[] | undefined;
  const names = () => {
    listed ??= list(folder);
    return listed;
  };
  return {
    get names() {
      return names();
    },
    text: (file) => (names().includes(file) ? readSource(join(folder, file)) : null),
    own: (path) => ownFile(path, names()),
  };
}

/** No files at all. */
export const noFiles: HandInFiles = { names: [], text: () => null, own: () => null };

/** A line of a hand-in with the lines around it; null if there is no such line. */
export function locationOf(files: HandInFiles, place: { file: string; line: number }): SourceLocation | null {
  const lines = files.text(place.file)?.split(/\r?\n/);
  const text = lines?.[place.line - 1];
  if (lines === undefined || text === undefined) return null;
  const some = (from: number, to: number) => lines.slice(Math.max(0, from), to).map(shortened);
  return {
    ...place,
    text: shortened(text),
    before: some(place.line - 3, place.line - 1),
    after: some(place.line, place.line + 2),
  };
}

/** A longer line was not written by hand, and is not readable in a report. */
const longestLine = 200;

function shortened(line: string): string {
  return line.length > longestLine ? `${line.slice(0, longestLine)}…` : line;
}

/** A longer file is not a beginner's source file. */
const longestSource = 256 * 1024;
const mostFiles = 2000;

function list(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).slice(0, mostFiles);
  return entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

function readSource(path: string): string | null {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return size > 0 && size <= longestSource ? readFileSync(path, "utf8") : null;
}

/** The file among `names` that matches the longest end of the path, or the only file with that name. */
export function ownFile(path: string, names: readonly string[]): string | null {
  if (isLibrary.test(path)) return null;
  const parts = path.split("/").filter((part) => part !== "." && part !== "");
  for (let from = 0; from < parts.length; from++) {
    const end = parts.slice(from).join("/");
    if (names.includes(end)) return end;
  }
  const alike = parts.length > 1 ? [] : names.filter((name) => name.endsWith(`/${path}`));
  return alike.length === 1 && alike[0] !== undefined ? alike[0] : null;
}

/** Files of a language's library or of the machine: Python's socket.py is not the hand-in's. */
const isLibrary = /^<|^\/(usr|lib|lib64|opt|nix|root|rustc)\/|\/lib\/python\d|\/site-packages\/|^node:/;
