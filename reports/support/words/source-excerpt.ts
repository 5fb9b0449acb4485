import type { SourceLocation } from "../../../runner/model/seen.ts";
import { printable } from "../../../runner/texts/printable.ts";

/** A line of a student's file as a report shows it. */
export interface ExcerptLine {
  number: number;
  text: string;
  /** Whether it is the line that the failure is about. */
  isMarked: boolean;
}

/** The line and those around it, without their common indentation. */
export function sourceExcerpt({ line, text, before, after }: SourceLocation): ExcerptLine[] {
  const lines = [...before, text, ...after].map((words) => printable(words).replaceAll("\n", " "));
  const indent = Math.min(...lines.filter((words) => words.trim() !== "").map(indentOf));
  return lines.map((words, index) => ({
    number: line - before.length + index,
    text: words.slice(Number.isFinite(indent) ? indent : 0),
    isMarked: index === before.length,
  }));
}

function indentOf(words: string): number {
  return words.length - words.trimStart().length;
}
