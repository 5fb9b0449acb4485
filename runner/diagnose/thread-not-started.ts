import { type Cause, type Evidence, type SourceLine, strength } from "./evidence.ts";
import { failedConversation, joined } from "./support/conversations.ts";
import { locationOf } from "./support/hand-in-files.ts";
import { atLine, quoted, subject } from "./support/phrases.ts";
import { unforcedError } from "./support/printed-error.ts";
import { lineInSource, standsInSource } from "./support/sources.ts";

/** A thread is made for the client, and nothing makes it run. */
export const threadNotStarted: Cause = {
  about: "any",
  name: { en: "A thread is never started", id: "Thread tidak pernah dijalankan" },
  idea: {
    en: "Making a Thread only says what it will do. It does nothing before start() is called on it.",
    id: "Membuat Thread baru menyebut apa yang akan dikerjakannya. Ia tidak melakukan apa-apa sebelum start() dipanggil.",
  },
  look: {
    en: "Call start() on the thread that you make for a client, with its brackets: thread.start().",
    id: "Panggil start() pada thread yang dibuat untuk client, dengan tanda kurungnya: thread.start().",
  },
  find(evidence) {
    const { kind, failure, conversations } = evidence;
    if (kind !== "server" || !unserved.has(failure.code) || unforcedError(evidence)) return null;
    if (conversations.some(({ received }) => received.length > 0)) return null;
    const line = neverStarted(evidence);
    const place = line && locationOf(evidence.files, line);
    if (line === null || place === null) return null;
    const conversation = failedConversation(evidence) ?? conversations[0];
    const sent = conversation && conversation.sent.length > 0 ? quoted(joined(conversation.sent)) : null;
    const peer = conversation?.peer ?? "";
    const at = atLine(place);
    return {
      strength: strength.seen,
      lines: [line],
      saw: {
        en: `${subject(evidence).en} did nothing with the client${sent ? ` after ${peer} had sent ${sent.en}` : ""}. A thread is made (${at.en}), and no call of start() stands in the source.`,
        id: `${subject(evidence).id} tidak melakukan apa-apa untuk client${sent ? ` setelah ${peer} mengirim ${sent.id}` : ""}. Sebuah thread dibuat (${at.id}), tetapi tidak ada pemanggilan start() di kodenya.`,
      },
    };
  },
};

/** The line that makes a thread where nothing in the source can start one. */
function neverStarted(evidence: Evidence): SourceLine | null {
  const signs = byLanguage[evidence.language ?? ""];
  if (signs === undefined || standsInSource(evidence, signs.starts)) return null;
  return lineInSource(evidence, signs.makes);
}

const byLanguage: Partial<Record<string, { makes: RegExp; starts: RegExp }>> = {
  Python: {
    makes: /=\s*(?:\w+\.)?Thread\s*\(/,
    starts: /\.start\s*\(|\bstart_new|Executor|\.run\s*\(|\bmap\b.*\bstart\b|Thread\.start\b/,
  },
  Java: {
    makes: /new\s+Thread\s*\(/,
    starts: /\.start\s*\(|\.(?:execute|submit|run)\s*\(|Executor|::start|startVirtualThread|CompletableFuture/,
  },
};

/** What a client sees that is not served. */
const unserved = new Set(["no-reply", "closed-early", "reset-early", "not-closed", "no-output", "exited-early"]);
