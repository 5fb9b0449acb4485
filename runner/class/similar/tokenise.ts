import { sourceLanguage } from "../../launchers/source-language.ts";
import { blankOut } from "../../launchers/support/blank-out.ts";

/** A word or sign of a source file and its position; rows and columns count from 0. */
export interface Token {
  text: string;
  row: number;
  column: number;
}

/**
 * The words and signs of a source file, without comments, white space and the content of strings and numbers: these are
 * what people change first to hide a copy.
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
