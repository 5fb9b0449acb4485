import type { TestResult } from "../../../../runner/model/result.ts";
import type { Text } from "../../../../runner/model/text.ts";
import type { Row } from "../../../support/diagram/row.ts";
import { diagramOf } from "../../../support/diagram/rows.ts";
import { type Page, paragraph } from "../page.ts";
import { blockIndent } from "../rows.ts";
import { headLine, type Lanes, lanesFor, mostLanes } from "./lanes.ts";
import { messageLine } from "./message-line.ts";
import { gapLine, noteColumns, noteLines } from "./note-lines.ts";

/** The title and the size of a diagram. */
export interface TextDiagramOptions {
  title: Text;
  /** The programs of the lab. */
  roles: readonly string[];
  /** Most rows, one for each event. */
  rows: number;
}

/** The events of a test, drawn with characters: a lane for each peer and the program, time from top to bottom. */
export function textDiagram(test: TestResult, { title, roles, rows }: TextDiagramOptions, page: Page): string[] {
  const programs = Math.max(1, roles.filter((role) => test.transcript.some(({ who }) => who === role)).length);
  const room = { peers: Math.max(1, mostLanes(page) - programs), rows, noteColumns: noteColumns(page), noteLines: 3 };
  const diagram = diagramOf(test, roles, room);
  if (diagram === null) return [];
  const lanes = lanesFor(diagram.participants, page);
  return [
    ...paragraph(page.say(title), page, blockIndent).map(page.colours.dim),
    headLine(lanes, diagram.participants),
    ...diagram.rows.flatMap((row) => rowLines(row, lanes)),
  ];
}

function rowLines(row: Row, lanes: Lanes): string[] {
  if (row.kind === "gap") return [gapLine(row, lanes)];
  return row.kind === "note" ? noteLines(row, lanes) : [messageLine(row, lanes)];
}
