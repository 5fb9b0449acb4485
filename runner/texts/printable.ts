/**
 * Makes any text safe to print: what could move the cursor, change colours or reverse the reading direction (Unicode's
 * control, format, separator, private and unassigned characters, and lone surrogates) is written as an escape.
 * Line feeds stay; tabs become spaces, for their width depends on where they stand.
 */
export function printable(text: string): string {
  // Most of what a report says is plain, and a page of a class says a great deal.
  if (plain.test(text)) return text;
  return text.replaceAll("\r\n", "\n").replaceAll("\t", "    ").replace(hostile, escapeCharacter);
}

/** The same on one line: line feeds are written as escapes too. */
export function printableLine(text: string): string {
  return printable(text).replaceAll("\n", "\\n");
}

const plain = /^[ -~]*$/;
const hostile = /[^\P{C}\n]|[\p{Zl}\p{Zp}]/gu;

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code === 0x0d) return "\\r";
  return code <= 0xff ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u{${code.toString(16)}}`;
}
