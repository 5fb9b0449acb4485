import { type Diagnoser, type Evidence, strength } from "./evidence.ts";
import { hasLeft } from "./support/conversations.ts";
import { uncaughtError } from "./support/last-words.ts";
import { quotedLine, subject } from "./support/phrases.ts";
import { printedLines } from "./support/traceback-lines.ts";

/** An error that nothing handled ended the program, or the thread that served a client. */
export const crashed: Diagnoser = (evidence) => {
  const signal = signals[evidence.exit?.status ?? 0];
  const { code } = evidence.failure;
  if (!stillNeeded.has(code) && !(signal !== undefined && endedWrongly.has(code))) return null;
  const error = uncaughtError(evidence);
  if (error === null && signal === undefined) return null;
  if (signal === undefined && isOfAnother(evidence)) return null;
  const said = signal ?? quotedLine(error ?? "");
  const status = evidence.exit?.status;
  const how = {
    en: status === undefined ? "stopped serving a client after" : `ended with status ${status} after`,
    id: status === undefined ? "berhenti melayani client setelah" : `berakhir dengan status ${status} setelah`,
  };
  // Status 0 says that somebody did handle it, if only by printing it.
  const handled = status === 0 ? { en: "", id: "" } : { en: " that nothing handled", id: " yang tidak ditangani" };
  return {
    strength: strength.likely,
    saw: {
      en: `${subject(evidence).en} ${how.en} an error${handled.en}: ${said}.`,
      id: `${subject(evidence).id} ${how.id} galat${handled.id}: ${said}.`,
    },
    lines: printedLines(evidence),
  };
};

/** Whether the kernel ended the program because of what it did. */
export function endedByKernel(status: number): boolean {
  return signals[status] !== undefined;
}

/** A thread still waits for the client in question, and another client has gone: the error is of the thread that served that one. */
function isOfAnother(evidence: Evidence): boolean {
  const { blocked, exit, failure, conversations } = evidence;
  const isServed = exit === null && blocked.some((place) => place.on === failure.who);
  return isServed && conversations.some(({ peer }) => peer !== failure.who && hasLeft(evidence, peer));
}

/** Failures that a program's sudden end can cause; where it was to end, the way it ended is judged elsewhere. */
const stillNeeded = new Set([
  ...["exited-early", "refused", "not-accepted", "not-taken", "no-connection", "closed-early", "reset-early"],
  ...["no-reply", "reply-incomplete", "no-message-sent", "no-output", "not-listening-again", "wrong-answer"],
]);

/** Failures of a program that was to end, but not by a signal of the kernel's. */
const endedWrongly = new Set(["no-message", "wrong-status"]);

/** Exit statuses of programs that the kernel ended (128 + the signal's number, signal(7)). */
const signals: Record<number, string> = {
  132: "SIGILL",
  134: "SIGABRT",
  135: "SIGBUS",
  136: "SIGFPE",
  139: "SIGSEGV",
};
