import { type Diagnoser, type Evidence, strength } from "./evidence.ts";
import { happened } from "./support/conversations.ts";
import { lineMatching } from "./support/last-words.ts";
import { quotedLine, subject } from "./support/phrases.ts";
import { printedLines } from "./support/traceback-lines.ts";

/** A client's reset ends the whole server. */
export const diesOnReset: Diagnoser = (evidence) => {
  const { exit, kind } = evidence;
  if (kind !== "server" || exit === null || exit.limit || !happened(evidence, "reset-sent")) return null;
  const said = exit.status === brokenPipe ? "SIGPIPE" : wordsOf(evidence);
  if (said === null && exit.status === 0) return null;
  const error = said === null ? "" : `: ${said}`;
  return {
    strength: said === null ? strength.likely : strength.named,
    saw: {
      en: `${subject(evidence).en} ended (exit status ${exit.status}) after ${whoReset(evidence)} reset the connection${error}.`,
      id: `${subject(evidence).id} berakhir (status keluar ${exit.status}) setelah ${whoReset(evidence)} me-reset koneksi${error}.`,
    },
    lines: printedLines(evidence),
  };
};

/** Exit status of a program that SIGPIPE ended: 128 + 13. */
const brokenPipe = 141;

/** How the languages' libraries word ECONNRESET and EPIPE. */
const resetWords = /ECONNRESET|EPIPE|[Cc]onnection\s?[Rr]eset|[Bb]roken\s?[Pp]ipe|ConnectionAborted/;

/** The same in a line that is an error's own, not one of its details. */
const namedReset = new RegExp(`Err(or)?\\b.*(${resetWords.source})`);

function wordsOf(evidence: Evidence): string | null {
  const line = lineMatching(evidence, namedReset) ?? lineMatching(evidence, resetWords);
  return line === null ? null : quotedLine(line);
}

function whoReset({ transcript }: Evidence): string {
  return transcript.find((event) => event.kind === "reset-sent")?.who ?? "";
}
