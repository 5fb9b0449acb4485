import { leftOutTexts } from "../../../runner/texts/student-page.ts";
import type { Note } from "../../support/diagram/row.ts";
import { SayInSvg } from "../say.tsx";
import { lineHeight } from "./layout.ts";

/** An event on one lane: a dot with text next to it, or a bar where the program was blocked. */
export function NoteMark({ note, x, top, height }: { note: Note; x: number; top: number; height: number }) {
  const { label, lines, moreLines, tone } = note;
  const first = top + (tone === "blocked" ? 22 : 19);
  const linesTop = first + (label ? lineHeight : 0);
  const left = x + 14;
  return (
    <g class={`note ${tone}`}>
      <Sign tone={tone} x={x} top={top} height={height} />
      {label && (
        <text class="label" x={left} y={first}>
          <SayInSvg text={label} />
        </text>
      )}
      {lines.map((line, index) => (
        <text key={index} class="printed" x={left} y={linesTop + index * lineHeight}>
          {line}
        </text>
      ))}
      {moreLines > 0 && (
        <text class="printed more" x={left} y={linesTop + lines.length * lineHeight}>
          <SayInSvg text={leftOutTexts.lines(moreLines)} />
        </text>
      )}
    </g>
  );
}

function Sign({ tone, x, top, height }: { tone: Note["tone"]; x: number; top: number; height: number }) {
  if (tone === "blocked") return <rect x={x - 5} y={top + 4} width={10} height={height - 8} rx={2} />;
  if (tone === "plain") return <circle cx={x} cy={top + 15} r={3.5} />;
  return <line x1={x + 6} x2={x + 6} y1={top + 5} y2={top + height - 2} />;
}
