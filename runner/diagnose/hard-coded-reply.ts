import { failedEcho } from "./echo.ts";
import { type Diagnoser, strength } from "./evidence.ts";
import { quoted, subject } from "./phrases.ts";

/** The reply is a sentence that has nothing of the message in it. */
export const hardCodedReply: Diagnoser = (evidence) => {
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
  return /^[\p{L}\p{P}\p{Zs}\r\n]*\p{L}{3}[\p{L}\p{P}\p{Zs}\r\n]*$/u.test(bytes.toString());
}

/** A run of bytes is found in both, whatever the case of their letters: longer than a word that both may hold by chance. */
function sharesAnything(sent: Buffer, received: Buffer): boolean {
  const [message, reply] = [sent, received].map((bytes) => bytes.toString("latin1").toLowerCase());
  const run = Math.min(8, sent.length);
  return Array.from({ length: Math.max(0, sent.length - run + 1) }, (_, at) => at).some((at) =>
    reply?.includes(message?.slice(at, at + run) ?? ""),
  );
}
