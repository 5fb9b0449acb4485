import { type Cause, strength } from "./evidence.ts";
import { failedConversation, happened } from "./support/conversations.ts";
import { blockedIn, subject } from "./support/phrases.ts";

/** The connection stays open although all is said. */
export const neverCloses: Cause = {
  about: "any",
  name: { en: "Never closes", id: "Tidak pernah menutup" },
  idea: {
    en: "For the reader, the end of a stream is the other side's close: without it, a client that reads to the end waits for ever.",
    id: "Bagi pembaca, akhir aliran data adalah saat pihak lawan menutupnya: tanpa itu, client yang membaca sampai habis menunggu selamanya.",
  },
  look: {
    en: "When recv returns no bytes, leave the loop and close that client's socket; a with block or finally closes it on every path.",
    id: "Saat recv tidak mengembalikan byte, keluarlah dari perulangan dan tutup socket client itu; blok with atau finally menutupnya di semua jalur.",
  },
  find: (evidence) => {
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
  },
};
