import stringWidth from "string-width";
import type { TranscriptEvent } from "../../../runner/model/seen.ts";
import { consoleTexts } from "../../../runner/texts/console.ts";
import { showKept } from "../../../runner/texts/show-bytes.ts";
import { broken, type Page, paragraph } from "./page.ts";
import { blockIndent } from "./rows.ts";

/**
 * The transcript of a test, one line an event: milliseconds, who, what, and the bytes.
 *
 * @param most how many events to show; earlier ones are left out
 */
export function transcriptLines(transcript: readonly TranscriptEvent[], page: Page, most = mostEvents): string[] {
  if (transcript.length === 0) return [];
  const shown = transcript.slice(-most);
  const who = Math.max(...shown.map((event) => page.safe(event.who).length));
  return [
    ...paragraph(page.say(consoleTexts.everyEvent), page, blockIndent).map(page.colours.dim),
    ...shown.map((event) => eventLine(event, who, page)),
  ];
}

const mostEvents = 40;

function eventLine(event: TranscriptEvent, whoWidth: number, page: Page): string {
  const time = event.atMs.toFixed(1).padStart(8);
  const start = `${" ".repeat(blockIndent)}${time}  ${page.safe(event.who).padEnd(whoWidth)}  ${event.kind}`;
  const detail = event.detail ? ` ${page.safe(event.detail).replaceAll("\n", " ")}` : "";
  const head = broken(start + detail, page, 0)[0] ?? "";
  const room = page.width - stringWidth(head) - 1;
  if (!event.bytes || room < leastRoom) return head;
  return `${head} ${showKept(event.bytes, { width: room, language: page.language, ascii: page.ascii })}`;
}

/** Columns in which bytes can still be shown. */
const leastRoom = 24;
