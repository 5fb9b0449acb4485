import type { SourceLocation } from "../../model/result.ts";
import type { Evidence, SourceLine } from "../evidence.ts";
import { locationOf } from "./hand-in-files.ts";

/** Files of a language that programs are written in. */
const isSource = /\.(py|pyw|[cm]?[jt]s|java|go|rs|c|h|cc|cpp|cxx|hpp)$/;

/** A lab's program is a few files; in a library among them anything is found. */
const mostSources = 20;

/** The program's own files, its entry first, with what stands in them. */
export function sourcesOf({ files, entry }: Evidence): { file: string; text: string }[] {
  const names = new Set([...(entry === null ? [] : [entry]), ...files.names.filter((name) => isSource.test(name))]);
  return [...names].slice(0, mostSources).flatMap((file) => {
    const text = files.text(file);
    return text ? [{ file, text }] : [];
  });
}

/** Whether the program's source holds something; never a proof by itself, but it tells apart what looks alike from outside. */
export function standsInSource(evidence: Evidence, pattern: RegExp): boolean {
  return sourcesOf(evidence).some(({ text }) => pattern.test(withoutComments(text)));
}

/** The first line of the program's source that matches. */
export function lineInSource(evidence: Evidence, pattern: RegExp): SourceLine | null {
  for (const { file, text } of sourcesOf(evidence)) {
    const index = text.split("\n").findIndex((line) => pattern.test(withoutComments(line)));
    if (index >= 0) return { file, line: index + 1 };
  }
  return null;
}

/** The same with its text. */
export function locationInSource(evidence: Evidence, pattern: RegExp): SourceLocation | null {
  const place = lineInSource(evidence, pattern);
  return place && locationOf(evidence.files, place);
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*|(?<=^|\s)#(?!include|define).*/gm, "");
}
