import { type Cause, strength } from "./evidence.ts";
import { happened } from "./support/conversations.ts";
import { uncaughtError } from "./support/last-words.ts";
import { subject, withStatus } from "./support/phrases.ts";

/** A UDP client that does not send a lost datagram again. */
export const asksOnce: Cause = {
  about: "any",
  name: { en: "Asks only once", id: "Hanya bertanya satu kali" },
  idea: {
    en: "UDP repeats nothing: a datagram may get lost on its way, and so may the answer. Only the one who asked can ask again.",
    id: "UDP tidak mengulang apa pun: datagram bisa hilang di jalan, begitu pula jawabannya. Hanya penanya yang dapat bertanya lagi.",
  },
  look: {
    en: "Set a time limit on recvfrom(), and when it runs out send the same datagram again, a few times, before you give up.",
    id: "Beri batas waktu pada recvfrom(), dan kalau habis kirim lagi datagram yang sama, beberapa kali, sebelum menyerah.",
  },
  find(evidence) {
    const { kind, transport, failure, exit } = evidence;
    const isDue = kind === "client" && transport === "udp" && failure.code === "no-message-sent";
    // A client that an error ended could not ask again anyway.
    if (!isDue || exit === null || !happened(evidence, "lost") || uncaughtError(evidence)) return null;
    const status = withStatus(evidence);
    return {
      strength: strength.named,
      saw: {
        en: `${subject(evidence).en} sent its datagram once, and ended${status.en} when no answer came.`,
        id: `${subject(evidence).id} mengirim datagramnya satu kali, lalu berakhir${status.id} ketika tidak ada jawaban.`,
      },
    };
  },
};
