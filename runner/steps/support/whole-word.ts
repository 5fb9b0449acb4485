import { escapePattern } from "./escape-pattern.ts";

/**
 * Whether a text contains one of the alternatives, which are separated by |, as a whole word. Case does not count, nor do further zeros
 * after the decimal point of a number.
 */
export function holdsWord(text: string, alternatives: string): boolean {
  return alternatives.split("|").some((word) => wholeWord(word).test(text));
}

/** A dot or a hyphen before a letter or digit continues a word, as in names and addresses; a full stop does not. */
function wholeWord(word: string): RegExp {
  const [, sign, whole = "", fraction] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(word) ?? [];
  const escaped = escapePattern(word);
  const zeros = fraction === undefined ? "(?:\\.0+)?" : "0*";
  const pattern =
    sign === undefined ? escaped : `${sign === "" ? "(?<!-)" : "-"}${whole}${fraction ? `\\.${fraction}` : ""}${zeros}`;
  return new RegExp(`(?<![\\p{L}\\d_]|[\\p{L}\\d_][.-])${pattern}(?![\\p{L}\\d_]|[.-][\\p{L}\\d_])`, "iu");
}
