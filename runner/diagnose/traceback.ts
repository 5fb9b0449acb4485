import { type Diagnoser, strength } from "./evidence.ts";
import { uncaughtError } from "./support/last-words.ts";
import { quotedLine, subject } from "./support/phrases.ts";
import { printedLines } from "./support/traceback-lines.ts";

/** A stack trace where a person should read a sentence. */
export const traceback: Diagnoser = (evidence) => {
  const { failure, exit } = evidence;
  const error = uncaughtError(evidence);
  if (error === null || !["traceback", "wrong-status"].includes(failure.code)) return null;
  const status = exit === null ? "" : ` (exit status ${exit.status})`;
  return {
    strength: failure.code === "traceback" ? strength.named : strength.shown,
    saw: {
      en: `${subject(evidence).en} ended with a stack trace${status}: ${quotedLine(error)}.`,
      id: `${subject(evidence).id} berakhir dengan stack trace${status.replace("exit status", "status keluar")}: ${quotedLine(error)}.`,
    },
    lines: printedLines(evidence),
  };
};
