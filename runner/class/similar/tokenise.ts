import { sourceLanguage } from "../../launchers/source-language.ts";
import { blankOut } from "../../launchers/support/blank-out.ts";

/** A word or sign of a source, and where it stands; rows and columns count from 0. */
export interface Token {
  text: string;
  row: number;
  column: number;
}

/**
 * The words and signs of a source. Comments, white space and what strings and numbers say are left out: who hides where a
 * program comes from changes those first.
 */
export function tokenise(file: string, source: string): Token[] {
  const { syntax } = sourceLanguage(file, source).source;
  return blankOut(source, syntax)
    .split("\n")
    .flatMap((line, row) =>
      [...line.matchAll(/[\p{L}_$][\p{L}\p{N}_$]*|\d[\w.]*|[^\s\w]/gu)].map(({ 0: text, index }) => ({
        text: /^\d/.test(text) ? "0" : text,
        row,
        column: index,
      })),
    );
}
