/** Whether a text contains one of the alternatives, which are separated by |, as a whole word; case does not count. */
export function holdsWord(text: string, alternatives: string): boolean {
  return alternatives.split("|").some((word) => wholeWord(word).test(text));
}

/** A dot or a hyphen before a letter or digit continues a word, as in names and addresses; a full stop does not. */
function wholeWord(word: string): RegExp {
  const escaped = word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\d_]|[\\p{L}\\d_][.-])${escaped}(?![\\p{L}\\d_]|[.-][\\p{L}\\d_])`, "iu");
}
