import type { SourceLocation } from "../../../runner/model/seen.ts";
import { printable } from "../../../runner/texts/printable.ts";
import { sourceExcerpt } from "../../support/words/source-excerpt.ts";

/** The line of the student's file where it happened, marked, with the lines around it. */
export function Excerpt({ location }: { location: SourceLocation }) {
  return (
    <figure class="excerpt">
      <figcaption>
        <code>{printable(`${location.file}:${location.line}`)}</code>
      </figcaption>
      <pre>
        {sourceExcerpt(location).map(({ number, text, isMarked }) => (
          <span key={number} class="line">
            <span class="number">{String(number).padStart(4)}</span> {isMarked ? <mark>{text}</mark> : text}
            {"\n"}
          </span>
        ))}
      </pre>
    </figure>
  );
}
