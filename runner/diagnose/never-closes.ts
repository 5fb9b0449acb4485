import { type Diagnoser, strength } from "./evidence.ts";
import { failedConversation, happened } from "./support/conversations.ts";
import { blockedIn, subject } from "./support/phrases.ts";

/** The connection stays open although all is said. */
export const neverCloses: Diagnoser = (evidence) => {
  const conversation = failedConversation(evidence);
  if (evidence.failure.code !== "not-closed" || conversation === undefined) return null;
  const { peer } = conversation;
  const [place] = evidence.blocked;
  const since = happened(evidence, "finished", peer)
    ? { en: "after the client had ended its sending", id: "setelah client selesai mengirim" }
    : { en: "after its answer", id: "setelah membalas" };
  return {
    strength: strength.shown,
    saw: {
      en: `${subject(evidence).en} left ${peer}'s connection open ${since.en}${place ? ` and was ${blockedIn(place).en}` : ""}.`,
      id: `${subject(evidence).id} membiarkan koneksi ${peer} terbuka ${since.id}${place ? ` dan ${blockedIn(place).id}` : ""}.`,
    },
  };
};
