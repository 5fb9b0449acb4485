import { keptStart } from "../model/kept-bytes.ts";
import type { KeptBytes } from "../model/seen.ts";
import { escapePattern } from "../steps/support/escape-pattern.ts";
import { type Cause, type Diagnoser, type Evidence, type SourceLine, strength } from "./evidence.ts";
import { unaskedBytes } from "./support/conversations.ts";
import { failedEcho } from "./support/echo.ts";
import { innerSubject, quoted, quotedLine } from "./support/phrases.ts";
import { mostSources } from "./support/sources.ts";

/** The reply does not depend on what was asked. */
export const hardCodedReply: Cause = {
  about: "any",
  name: { en: "The reply is fixed in the source", id: "Balasan ditulis tetap di kode" },
  idea: {
    en: "An answer that is always the same cannot be an answer to what was asked.",
    id: "Jawaban yang selalu sama tidak mungkin merupakan jawaban atas apa yang ditanyakan.",
  },
  look: {
    en: "Find the text that is written into the source, and build the reply from what was received or looked up instead.",
    id: "Cari teks yang ditulis tetap di kode, lalu susun balasan dari data yang diterima atau hasil pencarian.",
  },
  find: (evidence) => answersFromItsSource(evidence) ?? sendsASentence(evidence),
};

/** The answer to a question is a word in the program's source. */
const answersFromItsSource: Diagnoser = (evidence) => {
  const { failure, exit } = evidence;
  const hasRefused = exit !== null && exit.status !== 0;
  const [wanted, answer] = [text(failure.expected), text(failure.actual)];
  if (failure.code !== "wrong-answer" || hasRefused || /^\s*ERROR\b/i.test(answer)) return null;
  const found = inSources(evidence, (source) => answeredWord(wanted, answer, source));
  if (found === null) return null;
  const question = quotedLine(failure.facts.question);
  return {
    strength: strength.shown,
    saw: {
      en: `Asked ${question}, ${innerSubject(evidence).en} answered ${quotedLine(found.word)}, which is in its source.`,
      id: `Ditanya ${question}, ${innerSubject(evidence).id} menjawab ${quotedLine(found.word)}, yang tertulis di dalam kodenya.`,
    },
    lines: [found.place],
  };
};

/** The first word that `find` returns for a source file, and its line. */
function inSources(
  { files, entry }: Evidence,
  find: (source: string) => string | null,
): { word: string; place: SourceLine } | null {
  for (const file of [...(entry === null ? [] : [entry]), ...files.names].slice(0, mostSources)) {
    const source = files.text(file);
    const word = source && find(source);
    if (!source || !word) continue;
    const lines = source.split("\n");
    const asText = lines.findIndex((words) => endsAText(word, words));
    const line = asText < 0 ? lines.findIndex((words) => words.includes(word)) : asText;
    return { word, place: { file, line: line + 1 } };
  }
  return null;
}

/**
 * A word of the answer that the source contains as a string, or at the end of one: an address, a name with a dot, a
 * number, or the answer's last word. Not a label, which stands before the requested value.
 */
function answeredWord(wanted: string, answer: string, source: string): string | null {
  const words = answer.match(/[\p{L}\d]+(?:[.-][\p{L}\d]+)*/gu) ?? [];
  // If an error was expected, the word may be the program's own error message.
  const mayBeName = (index: number) => index === words.length - 1 && !/^ERROR\b/.test(wanted);
  const telling = words.filter((word, index) => /\d|\w\.\w/.test(word) || mayBeName(index));
  return telling.find((word) => endsAText(word, source)) ?? null;
}

function text(bytes: KeptBytes | undefined): string {
  return keptStart(bytes).toString();
}

function endsAText(word: string, source: string): boolean {
  const escaped = escapePattern(word);
  // A number may occur in the source for other reasons: range(3), recv(1024).
  const isAnswered = /^\d{2,}$/.test(word) ? `|(?:\\breturn\\s|\\bprint\\w*\\(|:)\\s*${escaped}(?![\\w.])` : "";
  return new RegExp(`(?<![\\w.])${escaped}(?:\\\\n)?["'\`]${isAnswered}`).test(source);
}

/** The reply is a sentence in the source that contains nothing of the message. */
const sendsASentence: Diagnoser = (evidence) => {
  const echo = failedEcho(evidence);
  if (echo === null || evidence.failure.code !== "reply-differs") return null;
  const { conversation, sent, received } = echo;
  if (unaskedBytes(evidence, conversation).length > 0) return null;
  if (!isSentence(received) || received.length === sent.length || sharesAnything(sent, received)) return null;
  const reply = received.toString().trim().split(/\r?\n/, 1)[0] ?? "";
  const found = inSources(evidence, (source) => (source.includes(reply) ? reply : null));
  if (found === null) return null;
  const [question, answer] = [quoted(sent), quoted(received)];
  return {
    strength: strength.likely,
    saw: {
      en: `${conversation.peer} sent ${question.en}, and ${innerSubject(evidence).en} answered ${answer.en}, which is in its source.`,
      id: `${conversation.peer} mengirim ${question.id}, dan ${innerSubject(evidence).id} menjawab ${answer.id}, yang tertulis di dalam kodenya.`,
    },
    lines: [found.place],
  };
};

/** Whether these bytes are a sentence: readable, with letters, and without a number that might be calculated. */
function isSentence(bytes: Buffer): boolean {
  return (
    bytes.length <= longestSpeech && /^[\p{L}\p{P}\p{Zs}\r\n]*\p{L}{3}[\p{L}\p{P}\p{Zs}\r\n]*$/u.test(bytes.toString())
  );
}

/** Most bytes of sentences in answer to all pieces of a long message. */
const longestSpeech = 64 * 1024;

/** Whether both contain the same run of bytes, ignoring case, longer than a word that both may contain by chance. */
function sharesAnything(sent: Buffer, received: Buffer): boolean {
  const [message, reply] = [sent, received].map((bytes) => bytes.toString("latin1").toLowerCase());
  const run = Math.min(8, sent.length);
  return Array.from({ length: Math.max(0, sent.length - run + 1) }, (_, at) => at).some((at) =>
    reply?.includes(message?.slice(at, at + run) ?? ""),
  );
}
