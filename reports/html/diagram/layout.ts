import type { Message, Note, Row } from "../../support/diagram/row.ts";
import type { Diagram } from "../../support/diagram/rows.ts";

/** The position of everything, in pixels at the size in which the page shows the diagram. */
export interface Layout {
  width: number;
  height: number;
  /** Centre of each lane, by name. */
  laneX: ReadonlyMap<string, number>;
  rows: readonly PlacedRow[];
  /** Where the lanes begin and end. */
  lanes: { top: number; bottom: number };
}

export interface PlacedRow {
  row: Row;
  top: number;
  height: number;
}

/** Height of one line of small text. */
export const lineHeight = 16;
/** Width of a character of the text on the arrows, in the widest of the usual monospaced typefaces. */
export const characterWidth = 7.3;
export const timeWidth = 46;

/** Places lanes from the left and rows from the top down. */
export function layoutOf({ participants, rows }: Diagram): Layout {
  const gap = laneGaps[participants.lanes.length] ?? narrowestGap;
  const laneX = new Map(participants.lanes.map((name, index) => [name, timeWidth + firstLane + index * gap]));
  let top = headHeight;
  const placed = rows.map((row) => {
    const height = heightOf(row);
    const place = { row, top, height };
    top += height;
    return place;
  });
  const lastLane = Math.max(...laneX.values());
  return {
    width: lastLane + Math.max(notesWidth, ...rows.map(roomFor)),
    height: top + footHeight,
    laneX,
    rows: placed,
    lanes: { top: headHeight - 6, bottom: top + 6 },
  };
}

const headHeight = 40;
const footHeight = 12;
const firstLane = 38;
/** Room for text to the right of the last lane, at least. */
const notesWidth = 300;
/** From a lane to the text of a note, and from there to the edge. */
const noteMargins = 14 + 8;

/** The room that a note of one line needs: its end says in which line of the source the program was blocked. */
function roomFor(row: Row): number {
  if (row.kind !== "note" || row.label === null) return 0;
  return noteMargins + Math.max(row.label.en.length, row.label.id.length) * characterWidth;
}

/** Distance between neighbours by the number of lanes; one lane has none. A phone has room for two. */
const laneGaps: Readonly<Record<number, number>> = { 1: 0, 2: 228, 3: 186 };
const narrowestGap = 160;

function heightOf(row: Row): number {
  if (row.kind === "gap") return 26;
  return row.kind === "note" ? noteHeight(row) : messageHeight(row);
}

function noteHeight({ label, lines, moreLines, tone }: Note): number {
  const count = (label ? 1 : 0) + lines.length + (moreLines > 0 ? 1 : 0);
  return count * lineHeight + (tone === "blocked" ? 18 : 8);
}

function messageHeight({ label, bytes }: Message): number {
  if (!bytes || bytes.length === 0) return 32;
  return (label ? lineHeight : 0) + 50;
}
