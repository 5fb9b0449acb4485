/** Escapes text for a cell of a Markdown table. */
export function markdownCell(words: string): string {
  return words.replaceAll("|", "\\|").replaceAll("\n", " ");
}
