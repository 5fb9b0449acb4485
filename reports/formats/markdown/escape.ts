import { printable, printableLine } from "../../../runner/texts/printable.ts";

/**
 * Text as Markdown on one line, escaped also for GitHub's dialect: it produces no markup, HTML, links, tables,
 * mentions, emoji or formulas.
 */
export function markdownText(words: string): string {
  return printableLine(words)
    .trim()
    .replace(/[\\`*_[\]<>#|~&$@]|:(?=\S)/g, "\\$&")
    .replace(/^[+=-]/, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2")
    .replace(/\b(www)\./gi, "$1\\.");
}

/** Words as a block of code, safe to print, in a fence that they cannot close. */
export function codeBlock(words: string, language = "text"): string {
  const safe = printable(words).replace(/\n+$/, "");
  const fence = "`".repeat(Math.max(3, longestRun(safe) + 1));
  return `${fence}${language}\n${safe}\n${fence}`;
}

function longestRun(words: string): number {
  return Math.max(0, ...(words.match(/`+/g) ?? []).map((run) => run.length));
}
