import { createColors } from "picocolors";
import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";
import type { Language, Text } from "../../../runner/model/text.ts";
import { printable } from "../../../runner/texts/printable.ts";
import type { Ending } from "../../support/words/test-words.ts";

/** How a console report looks. */
export interface PageOptions {
  language: Language;
  /** Columns of the terminal, from 40 to 120. @default 80 */
  width?: number;
  /** Whether to colour with SGR sequences. */
  colour: boolean;
  /** Use only ASCII, except in texts of the lab and the program. @default false */
  ascii?: boolean;
}

/** The width, language, colours and signs of a console report. */
export interface Page {
  width: number;
  language: Language;
  ascii: boolean;
  colours: ReturnType<typeof createColors>;
  marks: Record<Ending, string>;
  /** A text in the report's language, safe to print. */
  say(text: Text): string;
  /** Foreign text, safe to print: no control characters except line feeds. */
  safe(words: string): string;
}

export function openPage({ language, width = 80, colour, ascii = false }: PageOptions): Page {
  const colours = createColors(colour);
  const signs = ascii ? plainMarks : prettyMarks;
  const safe = (words: string) => (ascii ? withoutTypography(printable(words)) : printable(words));
  return {
    width: Math.min(120, Math.max(40, width)),
    language,
    ascii,
    colours,
    marks: {
      passed: colours.green(signs.passed),
      failed: colours.red(signs.failed),
      notEarned: colours.dim(signs.notEarned),
      skipped: colours.dim(signs.skipped),
      error: colours.magenta(signs.error),
    },
    say: (text) => safe(text[language]),
    safe,
  };
}

/** Breaks words into lines that fit next to an indent; a word longer than a line is cut. */
export function wrapped(words: string, page: Page, indent: number): string[] {
  return wrapAnsi(words, page.width - indent, { hard: true }).split("\n");
}

/** Breaks a line of code or output only at the margin, so that it keeps its own indentation. */
export function broken(line: string, page: Page, indent: number): string[] {
  return wrapAnsi(line, page.width - indent, { hard: true, wordWrap: false, trim: false }).split("\n");
}

/** Words broken into lines, with the indent put before each line. */
export function paragraph(words: string, page: Page, indent: number): string[] {
  return wrapped(words, page, indent).map((line) => " ".repeat(indent) + line);
}

/** A line across the page. */
export function rule(page: Page): string {
  return page.colours.dim((page.ascii ? "-" : "─").repeat(page.width));
}

/** A line with words at its left and others at its right end. */
export function leftAndRight(left: string, right: string, page: Page): string {
  return left + " ".repeat(Math.max(1, page.width - stringWidth(left) - stringWidth(right))) + right;
}

const prettyMarks: Record<Ending, string> = { passed: "✓", failed: "✗", notEarned: "·", skipped: "–", error: "!" };
const plainMarks: Record<Ending, string> = { passed: "+", failed: "x", notEarned: ".", skipped: "-", error: "!" };

function withoutTypography(words: string): string {
  return words.replace(
    /[\u00a0\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u2192\u00b7]/g,
    (sign) => plainSigns[sign] ?? sign,
  );
}

const plainSigns: Record<string, string> = {
  "\u00a0": " ",
  "\u2013": "-",
  "\u2014": "-",
  "\u2018": "'",
  "\u2019": "'",
  "\u201c": '"',
  "\u201d": '"',
  "\u2026": "...",
  "\u2192": "->",
  "\u00b7": "-",
};
