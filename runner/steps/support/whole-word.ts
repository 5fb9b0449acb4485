/** Whether a text holds one of several alternatives, with | between them, as a word of its own; capital letters do not count. */
export function holdsWord(text: string, alternatives: string): boolean {
  return alternatives.split("|").some((word) => wholeWord(word).test(text));
}

/** Names, addresses and numbers go on with dots, colons and hyphens; a full stop ends a sentence. */
function wholeWord(word: string): RegExp {
  const escaped = word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\d_]|[\\p{L}\\d_][.-])${escaped}(?![\\p{L}\\d_]|[.-][\\p{L}\\d_])`, "iu");
}
