import type { KeptBytes } from "../model/result.ts";
import { type Diagnoser, type Evidence, strength } from "./evidence.ts";
import { failedEcho } from "./support/echo.ts";
import { quoted, quotedLine, subject } from "./support/phrases.ts";

/** The reply does not depend on what was asked. */
export const hardCodedReply: Diagnoser = (evidence) => answersFromItsSource(evidence) ?? sendsASentence(evidence);

/** The answer to a question is a word that stands in the program's own source. */
const answersFromItsSource: Diagnoser = (evidence) => {
  const { failure, source, entry } = evidence;
  const answer = answeredWord(evidence);
  if (failure.code !== "wrong-answer" || answer === null || entry === null) return null;
  const line = source.split("\n").findIndex((text) => text.includes(answer));
  return {
    strength: strength.shown,
    saw: {
      en: `Asked ${quotedLine(String(failure.facts?.question ?? ""))}, ${subject(evidence).en.replace("Your", "your")} answered ${quotedLine(answer)}, which stands in its source.`,
      id: `Ditanya ${quotedLine(String(failure.facts?.question ?? ""))}, ${subject(evidence).id} menjawab ${quotedLine(answer)}, yang tertulis di dalam kodenya.`,
    },
    lines: [{ file: entry, line: line + 1 }],
  };
};

/**
 * A word of the answer that the source holds as a text of its own, or at the end of one: an address, a name with a dot, a
 * number, or the answer's last word. A label is none: what was asked for comes after it.
 */
function answeredWord({ failure, source, exit }: Evidence): string | null {
  const hasRefused = exit !== null && exit.status !== 0;
  const [wanted, answer] = [text(failure.expected), text(failure.actual)];
  if (hasRefused || /^\s*ERROR\b/i.test(answer)) return null;
  const words = answer.match(/[\p{L}\d]+(?:[.-][\p{L}\d]+)*/gu) ?? [];
  // Where an error was due, a word may be the program's own for one.
  const mayBeName = (index: number) => index === words.length - 1 && !/^ERROR\b/.test(wanted);
  const telling = words.filter((word, index) => /\d|\w\.\w/.test(word) || mayBeName(index));
  return telling.find((word) => endsAText(word, source)) ?? null;
}

function text(bytes: KeptBytes | undefined): string {
  return Buffer.from(bytes?.head ?? "", "base64").toString();
}

function endsAText(word: string, source: string): boolean {
  const escaped = word.replace(/[.\\+*?()[\]{}|^$]/g, "\\$&");
  // A number stands in many places of a source that have nothing to do with an answer: range(3), recv(1024).
  const isAnswered = /^\d{2,}$/.test(word) ? `|(?:\\breturn\\s|\\bprint\\w*\\(|:)\\s*${escaped}(?![\\w.])` : "";
  return new RegExp(`(?<![\\w.])${escaped}(?:\\\\n)?["'\`]${isAnswered}`).test(source);
}

/** The reply is a sentence that has nothing of the message in it. */
const sendsASentence: Diagnoser = (evidence) => {
  const echo = failedEcho(evidence);
  if (echo === null || evidence.failure.code !== "reply-differs") return null;
  const { conversation, sent, received } = echo;
  if (!isSentence(received) || received.length === sent.length || sharesAnything(sent, received)) return null;
  const [question, answer] = [quoted(sent), quoted(received)];
  return {
    strength: strength.likely,
    saw: {
      en: `${conversation.peer} sent ${question.en}, and ${subject(evidence).en.replace("Your", "your")} answered ${answer.en}.`,
      id: `${conversation.peer} mengirim ${question.id}, dan ${subject(evidence).id} menjawab ${answer.id}.`,
    },
  };
};

/** Readable, with letters in it, and no number that might be the outcome of a calculation. */
function isSentence(bytes: Buffer): boolean {
  return (
    bytes.length <= longestSpeech && /^[\p{L}\p{P}\p{Zs}\r\n]*\p{L}{3}[\p{L}\p{P}\p{Zs}\r\n]*$/u.test(bytes.toString())
  );
}

/** Sentences in answer to all pieces of a long message are no more, in bytes. */
const longestSpeech = 64 * 1024;

/** A run of bytes is found in both, whatever the case of their letters: longer than a word that both may hold by chance. */
function sharesAnything(sent: Buffer, received: Buffer): boolean {
  const [message, reply] = [sent, received].map((bytes) => bytes.toString("latin1").toLowerCase());
  const run = Math.min(8, sent.length);
  return Array.from({ length: Math.max(0, sent.length - run + 1) }, (_, at) => at).some((at) =>
    reply?.includes(message?.slice(at, at + run) ?? ""),
  );
}
