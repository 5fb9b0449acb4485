import { outermostFirstIn, placesIn } from "../../launchers/read-output.ts";
import type { Evidence, SourceLine } from "../evidence.ts";
import type { HandInFiles } from "./hand-in-files.ts";
import { printedBy } from "./last-words.ts";

/** The lines of the student's files that a stack trace or a compiler names, innermost first, each once. */
export function tracebackLines(text: string, files: HandInFiles): SourceLine[] {
  const outermostFirst = outermostFirstIn(text);
  const found = (outermostFirst ?? text).split("\n").flatMap(placesIn);
  const own = found.flatMap(({ path, line }) => {
    const file = files.own(path);
    return file === null ? [] : [{ file, line }];
  });
  const unique = new Map((outermostFirst ? own.reverse() : own).map((place) => [`${place.file}:${place.line}`, place]));
  return [...unique.values()].slice(0, mostLines);
}

/** The same for what the program printed. */
export function printedLines(evidence: Evidence): SourceLine[] {
  return tracebackLines(printedBy(evidence), evidence.files);
}

const mostLines = 5;
