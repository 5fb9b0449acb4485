import { byteCount } from "../../../runner/texts/quantity.ts";
import { type ByteWindow, hexWindow, textWindow } from "../../support/bytes/byte-window.ts";
import type { Message } from "../../support/diagram/row.ts";
import { SayInSvg } from "../say.tsx";
import { characterWidth, lineHeight } from "./layout.ts";

/** A message between two lanes: its label and text above the line, its bytes as numbers below. */
export function Arrow({ message, from, to, top }: { message: Message; from: number; to: number; top: number }) {
  const { label, bytes, tone, mark } = message;
  const hasBytes = bytes !== null && bytes.length > 0;
  const y = top + (hasBytes ? 24 + (label ? lineHeight : 0) : 22);
  const middle = (from + to) / 2;
  return (
    <g class={`message ${tone}`}>
      <Line from={from} to={to} y={y} tone={tone} />
      {label && (
        <text class="label" x={middle} y={top + 15}>
          <SayInSvg text={label} />
        </text>
      )}
      {hasBytes && <Bytes known={bytes} mark={mark} x={middle} y={y} room={Math.abs(to - from) - 16} />}
    </g>
  );
}

function Line({ from, to, y, tone }: { from: number; to: number; y: number; tone: Message["tone"] }) {
  const way = Math.sign(to - from);
  const end = tone === "lost" ? from + (to - from) * 0.6 : to - way * 2;
  const isCut = tone === "lost" || tone === "missing";
  return (
    <>
      <line x1={from + way * 3} x2={end - way * 6} y1={y} y2={y} />
      {isCut ? (
        <path class="cross" d={`M${end - 9} ${y - 4}l8 8m0-8l-8 8`} />
      ) : (
        <path class="head" d={`M${end} ${y}l${-way * 9}-4.5v9z`} />
      )}
    </>
  );
}

function Bytes(props: {
  known: NonNullable<Message["bytes"]>;
  mark: number | null;
  x: number;
  y: number;
  room: number;
}) {
  const { known, mark, x, y, room } = props;
  const columns = Math.floor(room / characterWidth) - quoteColumns;
  const text = textWindow(known, columns, mark);
  const isCut = text.bytesBefore > 0 || text.bytesAfter > 0;
  const hex = hexWindow(known, columns * hexColumns - countColumns, mark);
  return (
    <>
      <text class="bytes" x={x} y={y - 6}>
        <Shown bytes={text} quote={isCut ? "" : '"'} gap="" />
      </text>
      <text class="hex" x={x} y={y + 14}>
        <Shown bytes={hex} quote="" gap=" " />
        <tspan class="count"> · </tspan>
        <tspan class="count">
          <SayInSvg text={byteCount(known.length)} />
        </tspan>
      </text>
    </>
  );
}

/** Room for quotes around the text, or for the signs that it continues. */
const quoteColumns = 4;
/** Numbers have smaller type than the text: this many of their columns fit into one column of text. */
const hexColumns = 1.2;
/** Room for the number of bytes next to them. */
const countColumns = 14;

function Shown({ bytes, quote, gap }: { bytes: ByteWindow; quote: string; gap: string }) {
  const { bytesBefore, before, at, after, bytesAfter } = bytes;
  return (
    <>
      {bytesBefore > 0 && "… "}
      {quote}
      {before}
      {before && at && gap}
      {at && <tspan class="wrong">{at}</tspan>}
      {at && after && gap}
      {after}
      {quote}
      {bytesAfter > 0 && " …"}
    </>
  );
}
