import type { TranscriptEvent } from "../../runner/model/seen.ts";
import type { Row } from "../support/diagram/row.ts";

/** The line of the source that an event of the diagram names: where the program was blocked then. */
export function placeOf(row: Row, transcript: readonly TranscriptEvent[]): { file: string; line: number } | null {
  if (row.kind !== "note" || row.tone !== "blocked") return null;
  const event = transcript.find(({ kind, who, atMs }) => kind === "blocked" && who === row.at && atMs === row.atMs);
  return event?.at === undefined ? null : lineNamed(event.at);
}

/** `server.py:23` as a file and a line. */
function lineNamed(place: string): { file: string; line: number } | null {
  const [, file, line] = /^(.+):(\d+)$/.exec(place) ?? [];
  return file === undefined ? null : { file, line: Number(line) };
}
