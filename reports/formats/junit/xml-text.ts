import { printable, printableLine } from "../../../runner/texts/printable.ts";

/** Words for a CDATA section. The XML library would end the section at a second `]]>`, so none is left. */
export function xmlText(words: string): string {
  return printable(words).replaceAll("]]>", "]]\\x3e");
}

/** Words for an attribute, on one line. */
export function xmlLine(words: string): string {
  return printableLine(words);
}
