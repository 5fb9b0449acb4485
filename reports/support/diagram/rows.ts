import wrapAnsi from "wrap-ansi";
import type { TestResult } from "../../../runner/model/result.ts";
import type { KeptBytes, TranscriptEvent } from "../../../runner/model/seen.ts";
import type { Text } from "../../../runner/model/text.ts";
import { fromBase64, textOf } from "../../../runner/texts/bytes.ts";
import { eventText } from "../../../runner/texts/events.ts";
import { printable } from "../../../runner/texts/printable.ts";
import { neverCame } from "../../../runner/texts/student-page.ts";
import type { KnownBytes } from "../bytes/byte-window.ts";
import { missingBytes, type WrongByte, wrongByteIn } from "./first-difference.ts";
import { castOf, type Participants } from "./participants.ts";
import type { Message, Note, Row } from "./row.ts";
import { shorten } from "./shorten.ts";
import { toldEvents } from "./told-events.ts";

/** A test's transcript as a diagram: the lanes, and what happens on them. */
export interface Diagram {
  participants: Participants;
  rows: readonly Row[];
}

/** The parts of a test that are drawn; a test that is still running has them, too. */
export type Played = Pick<TestResult, "program" | "failure" | "transcript">;

/** The room of a diagram. */
export interface DiagramRoom {
  /** Most peers with a lane. */
  peers: number;
  rows: number;
  /** Columns and lines for output next to a lane. */
  noteColumns: number;
  noteLines: number;
}

/** The sequence diagram of a test; null if nothing was seen. */
export function diagramOf(test: Played, roles: readonly string[], room: DiagramRoom): Diagram | null {
  if (test.transcript.length === 0) return null;
  const participants = castOf(test, roles, room.peers);
  const wrong = wrongByteIn(test);
  const entries = shorten(toldEvents(test.transcript), participants, new Set(wrong ? [wrong.event] : []), room.rows);
  const rows = entries.map((entry) => (entry.kind === "gap" ? entry : rowOf(entry, participants, wrong, room)));
  return { participants, rows: withMissing(rows, test, participants) };
}

/** A flaky test as it was when it passed; null if it is not flaky. */
export function whenItPassed(test: TestResult): TestResult | null {
  if (test.flaky === undefined) return null;
  return { ...test, status: "passed", failure: null, diagnosis: null, transcript: test.flaky };
}

/** Adds what never came, before the rows where the program was blocked instead of sending it. */
function withMissing(rows: Row[], test: Played, participants: Participants): Row[] {
  const missing = missingBytes(test);
  if (missing === null || !participants.lanes.includes(missing.to) || participants.isProgram(missing.to)) return rows;
  const message: Message = {
    ...{ kind: "message", atMs: null, from: participants.programOf(missing.to), to: missing.to },
    ...{ tone: "missing", label: neverCame(missing.length), mark: null },
    bytes: { bytes: missing.bytes, start: 0, length: missing.length },
  };
  const last = rows.findLastIndex((row) => row.kind !== "note" || row.tone !== "blocked");
  return rows.toSpliced(last + 1, 0, message);
}

function rowOf(event: TranscriptEvent, participants: Participants, wrong: WrongByte | null, room: DiagramRoom): Row {
  const route = participants.isProgram(event.who) ? undefined : routes[event.kind];
  if (route === undefined) return noteOf(event, room);
  const program = participants.programOf(event.who);
  const marked = event === wrong?.event ? wrong : null;
  return {
    kind: "message",
    atMs: event.atMs,
    ...(directionOf(event, route) === "program" ? { from: event.who, to: program } : { from: program, to: event.who }),
    tone: route.tone,
    label: labelOf(event, route.tone),
    bytes: marked?.known ?? (event.bytes ? known(event.bytes) : null),
    mark: marked?.offset ?? null,
  };
}

/** A message with bytes needs no label unless it was lost; an empty datagram has no bytes to show. */
function labelOf(event: TranscriptEvent, tone: Message["tone"]): Text | null {
  return tone === "data" && event.bytes && event.bytes.length > 0 ? null : eventText(event);
}

interface Route {
  to: "program" | "peer";
  tone: Message["tone"];
}

/** A listener's `connect` says which port of the program it comes from. */
function directionOf({ kind, detail }: TranscriptEvent, { to }: Route): Route["to"] {
  return kind === "connect" && detail?.startsWith("from ") ? "peer" : to;
}

/** Events of a peer that are messages, and their directions. */
const routes: Partial<Record<TranscriptEvent["kind"], Route>> = {
  connect: { to: "program", tone: "control" },
  sent: { to: "program", tone: "data" },
  received: { to: "peer", tone: "data" },
  finished: { to: "program", tone: "control" },
  ended: { to: "peer", tone: "control" },
  closed: { to: "program", tone: "control" },
  "reset-sent": { to: "program", tone: "broken" },
  refused: { to: "program", tone: "broken" },
  reset: { to: "peer", tone: "broken" },
  lost: { to: "peer", tone: "lost" },
};

function noteOf(event: TranscriptEvent, { noteColumns, noteLines }: DiagramRoom): Note {
  const words = event.bytes ? wrapped(event.bytes, noteColumns) : [];
  return {
    kind: "note",
    atMs: event.atMs,
    at: event.who,
    tone: tones[event.kind] ?? "plain",
    label: event.kind === "stdout" || event.kind === "stderr" ? null : eventText(event),
    lines: words.slice(0, noteLines),
    moreLines: Math.max(0, words.length - noteLines),
  };
}

const tones: Partial<Record<TranscriptEvent["kind"], Note["tone"]>> = {
  stdout: "printed",
  typed: "printed",
  stderr: "error",
  blocked: "blocked",
};

function wrapped(bytes: KeptBytes, columns: number): string[] {
  const words = printable(textOf(fromBase64(bytes.head))).trimEnd();
  const cut = bytes.tail === undefined ? words : `${words} …`;
  return wrapAnsi(cut, columns, { hard: true, trim: false }).split("\n");
}

function known({ head, length }: KeptBytes): KnownBytes {
  return { bytes: fromBase64(head), start: 0, length };
}
