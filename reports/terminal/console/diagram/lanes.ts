import stringWidth from "string-width";
import { printableLine } from "../../../../runner/texts/printable.ts";
import type { Participants } from "../../../support/diagram/participants.ts";
import type { Page } from "../page.ts";
import { blockIndent } from "../rows.ts";
import { Line } from "./line.ts";

/** The positions of a diagram's lanes on a page, and the signs that draw them. */
export interface Lanes {
  page: Page;
  signs: Signs;
  /** Columns of a whole line. */
  columns: number;
  /** First column after the times. */
  start: number;
  /** Column of each lane, by name. */
  column: ReadonlyMap<string, number>;
}

/** How many lanes fit on a page, far enough apart for most texts. */
export function mostLanes(page: Page): number {
  return 1 + Math.max(1, Math.floor((page.width - firstLane - rightMargin) / leastGap));
}

/** Places the lanes of the participants from left to right. */
export function lanesFor({ lanes }: Participants, page: Page): Lanes {
  const room = page.width - firstLane - rightMargin;
  const gap = Math.min(mostGap, Math.floor(room / Math.max(1, lanes.length - 1)));
  const column = new Map(lanes.map((name, index) => [name, firstLane + index * gap]));
  return { page, signs: page.ascii ? plainSigns : prettySigns, columns: page.width, start: timesEnd + 1, column };
}

/** The names above the lanes. */
export function headLine({ page, column, columns, start }: Lanes, { isProgram }: Participants): string {
  const line = new Line(columns).put(timesEnd - 2, "ms", page.colours.dim);
  const places = [...column];
  for (const [index, [name, at]] of places.entries()) {
    const gap = Math.abs((places[1]?.[1] ?? columns) - (places[0]?.[1] ?? 0));
    const shown = cut(page.safe(printableLine(name)), places.length === 1 ? columns - start : gap - 1, page);
    const width = stringWidth(shown);
    const centred = Math.floor(at - (width - 1) / 2);
    const left = index === 0 && places.length > 1 ? Math.max(start, centred) : centred;
    line.put(Math.max(start, Math.min(left, columns - width)), shown, isProgram(name) ? page.colours.bold : page.safe);
  }
  return line.toString();
}

/** A line with the time at its left (null: no time) and every lane drawn. */
export function laneLine(lanes: Lanes, atMs: number | null, sign = lanes.signs.lane): Line {
  const { dim } = lanes.page.colours;
  const line = new Line(lanes.columns);
  const time = atMs === null ? "" : String(Math.round(atMs));
  line.put(timesEnd - time.length, time, dim);
  for (const at of lanes.column.values()) line.put(at, sign, dim);
  return line;
}

/** Text cut to `columns` columns. */
export function cut(words: string, columns: number, page: Page): string {
  const dots = page.ascii ? "..." : "…";
  let shown = "";
  let used = 0;
  // Stops once nothing more fits, because a program's output may be very long.
  for (const { segment } of characters.segment(words)) {
    used += stringWidth(segment);
    if (used > columns) return columns < dots.length ? "" : `${shown}${dots}`;
    if (used <= columns - dots.length) shown += segment;
  }
  return words;
}

const characters = new Intl.Segmenter();

type Signs = typeof prettySigns;

const prettySigns = {
  lane: "│",
  gap: "┊",
  crossing: "┼",
  line: "─",
  cutLine: "╌",
  right: "▶",
  left: "◀",
  cross: "✗",
  event: "●",
  printed: "›",
  blocked: "█",
};

const plainSigns: Signs = {
  ...{ lane: "|", gap: ":", crossing: "+", line: "-", cutLine: ".", right: ">", left: "<" },
  ...{ cross: "x", event: "*", printed: ">", blocked: "#" },
};

/** Times end before this column; six digits are a quarter of an hour. */
const timesEnd = blockIndent + 6;
const firstLane = timesEnd + 3;
/** Room for the right half of the last lane's name. */
const rightMargin = 4;
const leastGap = 24;
/** A longer arrow is hard to follow. */
const mostGap = 64;
