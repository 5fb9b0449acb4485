import type { SourceLocation } from "../../model/seen.ts";
import type { Evidence, SourceLine } from "../evidence.ts";
import { locationOf } from "./hand-in-files.ts";
import { codeOf } from "./source-code.ts";

/** Extensions of source files. */
const isSource = /\.(py|pyw|[cm]?[jt]s|java|go|rs|c|h|cc|cpp|cxx|hpp)$/;

/** A lab's program is a few files; more include a library, which may contain anything. */
export const mostSources = 20;

/** A file of the program with its content. */
interface Source {
  file: string;
  text: string;
}

/** A program by its files. */
type Program = Pick<Evidence, "files" | "entry">;

/** The program's entry file and the files that it imports; other files may belong to another program. */
export function sourcesOf({ files, entry }: Program): Source[] {
  const found: Source[] = [];
  const waiting = entry === null ? [] : [entry];
  for (let file = waiting.shift(); file !== undefined && found.length < mostSources; file = waiting.shift()) {
    const text = files.text(file);
    if (!text) continue;
    found.push({ file, text });
    const known = new Set([...waiting, ...found.map((source) => source.file)]);
    waiting.push(...files.names.filter((name) => isSource.test(name) && !known.has(name) && isNamedIn(text, name)));
  }
  return found;
}

/** Whether an import, or the creation of an object, names this file. */
function isNamedIn(text: string, file: string): boolean {
  const stem = /([\w-]+)\.\w+$/.exec(file)?.[1] ?? file;
  return new RegExp(`\\b(?:import|from|require|include|use|mod|new|extends)\\b.*\\b${stem}\\b`).test(text);
}

/**
 * Whether the program's source contains something; never a proof by itself, but it distinguishes causes that look the
 * same from outside.
 */
export function standsInSource(evidence: Program, pattern: RegExp): boolean {
  return sourcesOf(evidence).some(({ file, text }) => pattern.test(codeOf(file, text)));
}

/** The first line of the program's source that matches. */
export function lineInSource(evidence: Evidence, pattern: RegExp): SourceLine | null {
  for (const { file, text } of sourcesOf(evidence)) {
    const index = codeOf(file, text)
      .split("\n")
      .findIndex((line) => pattern.test(line));
    if (index >= 0) return { file, line: index + 1 };
  }
  return null;
}

/** The same with its text. */
export function locationInSource(evidence: Evidence, pattern: RegExp): SourceLocation | null {
  const place = lineInSource(evidence, pattern);
  return place && locationOf(evidence.files, place);
}
