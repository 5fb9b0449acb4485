import { languageTitled } from "../launchers/source-language.ts";
import { type Cause, type Evidence, strength } from "./evidence.ts";
import { failedConversation, readerOf } from "./support/conversations.ts";
import { atLine, innerSubject } from "./support/phrases.ts";
import { locationInSource, standsInSource } from "./support/sources.ts";

/** Output was written into a buffer and never flushed. */
export const notFlushed: Cause = {
  about: "any",
  name: { en: "The buffer is not flushed", id: "Buffer tidak di-flush" },
  idea: {
    en: "A buffered writer keeps what is written until its buffer is full or flush() is called; closing the socket below it loses the rest.",
    id: "Penulis ber-buffer menyimpan data sampai buffer penuh atau flush() dipanggil; menutup socket di bawahnya menghilangkan sisanya.",
  },
  look: {
    en: "Call flush() after each message, or ask for it: new PrintWriter(stream, true) in Java, Flush() in Go, flush=True in Python.",
    id: "Panggil flush() setelah setiap pesan, atau aktifkan: new PrintWriter(stream, true) di Java, Flush() di Go, flush=True di Python.",
  },
  find(evidence) {
    const { failure, language } = evidence;
    const conversation = failedConversation(evidence);
    const buffered = languageTitled(language)?.source.buffers;
    if (buffered === undefined || conversation === undefined || !awaited.has(failure.code)) return null;
    // A program that still waits for the message has not written yet.
    const isReading = conversation.end === null && readerOf(evidence, conversation.peer)?.on === conversation.peer;
    const hasWritten = isAnsweredByNow(evidence) || failure.code === "no-message-sent";
    if (conversation.received.length > 0 || (isReading && !hasWritten)) return null;
    const place = locationInSource(evidence, buffered.writer);
    if (place === null || standsInSource(evidence, buffered.flush)) return null;
    const at = atLine(place);
    return {
      strength: strength.seen,
      saw: {
        en: `Nothing that ${innerSubject(evidence).en} wrote came to ${conversation.peer}: it writes into a buffer (${at.en}) and never flushes it.`,
        id: `Tidak ada yang ditulis ${innerSubject(evidence).id} sampai ke ${conversation.peer}: ia menulis ke buffer (${at.id}) tanpa pernah melakukan flush.`,
      },
      location: place,
    };
  },
};

const awaited = new Set(["closed-early", "no-reply", "no-message-sent"]);

/** Whether the message ended with a newline, so that a program that reads lines has read it and waits for the next. */
function isAnsweredByNow(evidence: Evidence): boolean {
  const last = failedConversation(evidence)?.sent.at(-1);
  return last !== undefined && last.at(-1) === 0x0a;
}
