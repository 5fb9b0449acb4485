import stringWidth from "string-width";
import { byteCount } from "../../../../runner/texts/quantity.ts";
import { textWindow } from "../../../support/bytes/byte-window.ts";
import type { Message } from "../../../support/diagram/row.ts";
import type { Page } from "../page.ts";
import { cut, type Lanes, laneLine } from "./lanes.ts";
import type { Line, Paint } from "./line.ts";

/** A message from one lane to another, with its label and bytes on the arrow. */
export function messageLine(message: Message, lanes: Lanes): string {
  const [from, to] = [lanes.column.get(message.from) ?? 0, lanes.column.get(message.to) ?? 0];
  const line = laneLine(lanes, message.atMs);
  const paint = paints(lanes.page)[message.tone];
  drawArrow(line, { from, to, paint, message }, lanes);
  const parts = wordsOf(message, Math.abs(to - from) - leastArrow, lanes.page, paint);
  const width = parts.reduce((sum, { words }) => sum + stringWidth(words), 0);
  if (width === 0) return line.toString();
  let at = Math.min(from, to) + Math.floor((Math.abs(to - from) - width) / 2);
  line.put(at, " ");
  for (const part of [...parts, { words: " ", paint }]) {
    line.put(at + 1, part.words, part.paint);
    at += stringWidth(part.words);
  }
  return line.toString();
}

/** A line at either end, a space at either side of the words, and the head. */
const leastArrow = 6;

interface Arrow {
  from: number;
  to: number;
  paint: Paint;
  message: Message;
}

function drawArrow(line: Line, { from, to, paint, message }: Arrow, { signs, column }: Lanes): void {
  const isCut = message.tone === "lost" || message.tone === "missing";
  const stroke = isCut ? signs.cutLine : signs.line;
  line.fill(Math.min(from, to) + 1, Math.max(from, to), stroke, paint);
  for (const at of column.values())
    if (at > Math.min(from, to) && at < Math.max(from, to)) line.put(at, signs.crossing, paint);
  const head = isCut ? signs.cross : to > from ? signs.right : signs.left;
  line.put(to > from ? to - 1 : to + 1, head, paint);
}

interface Part {
  words: string;
  paint: Paint;
}

function wordsOf({ label, bytes, mark, tone }: Message, room: number, page: Page, paint: Paint): Part[] {
  const words = label ? cut(page.say(label), room, page) : "";
  const left = room - stringWidth(words) - (words ? 1 : 0);
  const hasBytes = bytes !== null && bytes.length > 0 && tone !== "missing" && left >= leastBytes;
  const shown = hasBytes ? shownBytes(bytes, left, mark, page) : [];
  return [{ words: words && shown.length > 0 ? `${words} ` : words, paint }, ...shown];
}

/** Fewer columns show nothing useful. */
const leastBytes = 8;

/** The bytes in quotes, the first wrong one marked; if not all fit, also their number. */
function shownBytes(bytes: NonNullable<Message["bytes"]>, room: number, mark: number | null, page: Page): Part[] {
  const dots = page.ascii ? "..." : "…";
  const whole = textWindow(bytes, room - 2, mark, page.ascii);
  const isWhole = whole.bytesBefore === 0 && whole.bytesAfter === 0;
  const count = isWhole ? "" : `, ${page.say(byteCount(bytes.length))}`;
  const hasCount = room - count.length >= leastCounted;
  const columns = room - 2 - (isWhole ? 0 : (hasCount ? count.length : 0) + 2 * (dots.length + 1));
  const { before, at, after, bytesBefore, bytesAfter } = textWindow(bytes, Math.max(1, columns), mark, page.ascii);
  const { red, bold } = page.colours;
  return [
    { words: `${bytesBefore > 0 ? `${dots} ` : ""}"${before}`, paint: plain },
    { words: at, paint: (words) => bold(red(words)) },
    { words: `${after}"${bytesAfter > 0 ? ` ${dots}` : ""}${hasCount ? count : ""}`, paint: plain },
  ];
}

/** With fewer columns for the bytes, their number is left out. */
const leastCounted = 12;

const plain: Paint = (words) => words;

function paints({ colours }: Page): Record<Message["tone"], Paint> {
  const { cyan, red } = colours;
  return { data: cyan, control: cyan, broken: red, lost: red, missing: red };
}
