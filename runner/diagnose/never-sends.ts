import { languageTitled } from "../launchers/source-language.ts";
import { type Cause, type Evidence, strength } from "./evidence.ts";
import { failedConversation, joined, readerOf } from "./support/conversations.ts";
import { blockedIn, quoted, subject } from "./support/phrases.ts";
import { sourcesOf, standsInSource } from "./support/sources.ts";

/** A program that reads and has no call that sends. */
export const neverSends: Cause = {
  about: "any",
  name: { en: "Never sends anything", id: "Tidak pernah mengirim" },
  idea: {
    en: "What a program receives goes nowhere by itself: the other side gets only what is sent to it.",
    id: "Data yang diterima tidak dikirim ke mana pun dengan sendirinya: pihak lawan hanya menerima yang dikirim kepadanya.",
  },
  look: {
    en: "Send the answer where the message was received: sendall() in Python, send() or write() elsewhere; sendto() over UDP.",
    id: "Kirim jawabannya di tempat pesan diterima: sendall() di Python, send() atau write() di bahasa lain; sendto() untuk UDP.",
  },
  find(evidence) {
    const { failure, conversations } = evidence;
    const isDue = ["no-reply", "closed-early", "no-message-sent", "replies-missing"].includes(failure.code);
    if (!isDue || conversations.some(({ received }) => received.length > 0) || hasSendingCall(evidence)) return null;
    const conversation = failedConversation(evidence);
    const reader = conversation && readerOf(evidence, conversation.peer);
    const asked = conversation && conversation.sent.length > 0 ? quoted(joined(conversation.sent)) : null;
    const place = reader ? blockedIn(reader) : null;
    const who = failure.who ?? "";
    return {
      strength: strength.seen,
      saw: {
        en: `${subject(evidence).en} sent nothing to anybody${asked ? `, after ${who} had sent it ${asked.en}` : ""}${place ? `; it was ${place.en}` : ""}. Its source has no call that sends.`,
        id: `${subject(evidence).id} tidak mengirim apa pun kepada siapa pun${asked ? ` setelah ${who} mengirim ${asked.id}` : ""}${place ? `; ia ${place.id}` : ""}. Di kodenya tidak ada pemanggilan yang mengirim.`,
      },
      location: reader?.location ?? null,
    };
  },
};

/** Whether the source has a call that may send; true if no source can be read. */
function hasSendingCall(evidence: Evidence): boolean {
  const calls = languageTitled(evidence.language)?.source.sends;
  return calls === undefined || sourcesOf(evidence).length === 0 || standsInSource(evidence, calls);
}
