import type { Text } from "../../runner/model/text.ts";
import { printable } from "../../runner/texts/printable.ts";

/**
 * A text in both languages, of which the page shows one. Like all text on the page it is made printable: characters
 * that change the reading direction or are invisible are escaped.
 */
export function Say({ text }: { text: Text }) {
  if (text.en === text.id) return <>{printable(text.en)}</>;
  return (
    <>
      <span lang="en">{printable(text.en)}</span>
      <span lang="id">{printable(text.id)}</span>
    </>
  );
}

/** The same inside an SVG text. */
export function SayInSvg({ text }: { text: Text }) {
  if (text.en === text.id) return <>{printable(text.en)}</>;
  return (
    <>
      <tspan lang="en">{printable(text.en)}</tspan>
      <tspan lang="id">{printable(text.id)}</tspan>
    </>
  );
}
