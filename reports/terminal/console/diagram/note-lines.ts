import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";
import { eventText } from "../../../../runner/texts/events.ts";
import { leftOutTexts } from "../../../../runner/texts/student-page.ts";
import type { Gap, Note } from "../../../support/diagram/row.ts";
import type { Page } from "../page.ts";
import { cut, type Lanes, laneLine } from "./lanes.ts";
import type { Paint } from "./line.ts";

/** An event on one lane: a sign on it, and the text on the side with more room. */
export function noteLines(note: Note, lanes: Lanes): string[] {
  const { page, signs, start, columns } = lanes;
  const at = lanes.column.get(note.at) ?? start;
  const isLeft = at - start > columns - at;
  const room = (isLeft ? at - start : columns - at - 1) - 2;
  const paint = paints(page)[note.tone];
  const sign = { plain: signs.event, printed: signs.printed, error: signs.printed, blocked: signs.blocked }[note.tone];
  return wordsOf(note, page, room).map((words, index) => {
    const line = laneLine(lanes, index === 0 ? note.atMs : null);
    if (index === 0 || note.tone === "blocked") line.put(at, sign, paint);
    const shown = ` ${words} `;
    return line.put(isLeft ? at - stringWidth(shown) : at + 1, shown, paint).toString();
  });
}

/** What was left out, across the lanes. */
export function gapLine({ label }: Gap, lanes: Lanes): string {
  const { page, signs, start, columns } = lanes;
  const words = cut(page.say(label), columns - start - 4, page);
  return laneLine(lanes, null, signs.gap)
    .put(start + 3, ` ${words} `, page.colours.dim)
    .toString();
}

/** Columns of what was printed, so that it need not be broken again. */
export function noteColumns(page: Page): number {
  return Math.max(12, page.width - 40);
}

function wordsOf({ label, lines, moreLines, tone }: Note, page: Page, room: number): string[] {
  const verb = page.say(label ?? printVerbs[tone === "error" ? "error" : "printed"]).replaceAll("\n", " ");
  const printed = lines.map((line) => `"${page.safe(line)}"`);
  const more = moreLines > 0 ? [page.say(leftOutTexts.lines(moreLines))] : [];
  const first = [verb, ...printed.slice(0, 1)].join(" ");
  return [first, ...printed.slice(1), ...more].flatMap((words) =>
    wrapAnsi(words, Math.max(1, room), { hard: true, trim: false }).split("\n"),
  );
}

const printVerbs = {
  printed: eventText({ atMs: 0, who: "", kind: "stdout" }),
  error: eventText({ atMs: 0, who: "", kind: "stderr" }),
};

function paints({ colours }: Page): Record<Note["tone"], Paint> {
  const { red, yellow } = colours;
  const plain: Paint = (words) => words;
  return { plain, printed: plain, error: red, blocked: yellow };
}
