import { type Cause, strength } from "./evidence.ts";
import { failedConversation, joined } from "./support/conversations.ts";
import { quoted, subject } from "./support/phrases.ts";

/** A client that sends before the server's greeting. */
export const speaksFirst: Cause = {
  about: ["greeting", "reply"],
  name: { en: "Speaks before the greeting", id: "Berbicara sebelum disapa" },
  idea: {
    en: "Who speaks first is part of a protocol: here the server greets, and the client answers only after that.",
    id: "Siapa yang berbicara dulu adalah bagian dari protokol: di sini server menyapa, dan client baru menjawab setelahnya.",
  },
  look: {
    en: "Call recv() for the greeting first, and send only after it.",
    id: "Panggil recv() untuk salamnya dulu, baru kemudian kirim.",
  },
  find(evidence) {
    const conversation = failedConversation(evidence);
    if (evidence.kind !== "client" || evidence.failure.code !== "not-silent" || conversation === undefined) return null;
    if (conversation.sent.length > 0) return null;
    const words = quoted(joined(conversation.received));
    return {
      strength: strength.certain,
      saw: {
        en: `${subject(evidence).en} sent ${conversation.peer} ${words.en} before it had been greeted.`,
        id: `${subject(evidence).id} mengirim ${words.id} kepada ${conversation.peer} sebelum disapa.`,
      },
    };
  },
};
