import stringWidth from "string-width";
import { consoleTexts } from "../../../runner/texts/console.ts";
import { type Page, wrapped } from "./page.ts";

/** Indentation of the blocks below a failed test. */
export const blockIndent = 4;

type RowLabel = (typeof rowLabels)[number];

/** A row of a failure's table: a label, and text that wraps next to it. */
export function row(label: RowLabel, words: string, page: Page): string[] {
  return rowOfLines(label, wrapped(words, page, textIndent(page)), page);
}

/** The same with lines that are laid out already. */
export function rowOfLines(label: RowLabel, lines: readonly string[], page: Page): string[] {
  const name = page.say(consoleTexts[label]).padEnd(labelWidth(page));
  return lines.map((line, index) => {
    const head = index === 0 ? page.colours.dim(name) : " ".repeat(name.length);
    return `${" ".repeat(blockIndent)}${head}${line}`;
  });
}

/** Columns next to the labels. */
export function columnsForWords(page: Page): number {
  return page.width - textIndent(page);
}

const rowLabels = ["step", "expected", "came", "cause", "seen", "lines", "idea", "look"] as const;

function textIndent(page: Page): number {
  return blockIndent + labelWidth(page);
}

function labelWidth(page: Page): number {
  return Math.max(...rowLabels.map((label) => stringWidth(page.say(consoleTexts[label])))) + 2;
}
