import type { Text } from "../model/text.ts";
import { type Cause, type Evidence, strength } from "./evidence.ts";
import { failedConversation, happened } from "./support/conversations.ts";
import { blockedIn, subject } from "./support/phrases.ts";
import { standsInSource } from "./support/sources.ts";
import { uncalled } from "./support/uncalled.ts";

/** The connection stays open although everything was sent. */
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
    // A client that was sent nothing waits for that: it is too early for it to close.
    if (evidence.kind === "client" && conversation.sent.length === 0 && evidence.blocked.some(({ on }) => on === peer))
      return null;
    const hasFinished = happened(evidence, "finished", peer);
    const isClient = evidence.kind === "client";
    const since = sinceWhen(hasFinished, !isClient && conversation.received.length > 0);
    const forgotten = uncalled(evidence, ["close"]);
    return {
      strength: strength.shown,
      ...(forgotten ??
        keptByTheParent(evidence) ??
        (isClient ? whereAClientEnds : hasFinished ? afterTheEnd(evidence) : afterTheAnswer)),
      saw: {
        en: `${subject(evidence).en} left ${peer}'s connection open${since.en}${place ? ` and was ${blockedIn(place).en}` : ""}.`,
        id: `${subject(evidence).id} membiarkan koneksi ${peer} terbuka${since.id}${place ? ` dan ${blockedIn(place).id}` : ""}.`,
      },
    };
  },
};

function sinceWhen(hasFinished: boolean, hasAnswered: boolean): Text {
  if (hasFinished) return { en: " after the client had ended its sending", id: " setelah client selesai mengirim" };
  return hasAnswered ? { en: " after its answer", id: " setelah membalas" } : { en: "", id: "" };
}

/** A process that forked, waits for the next client, and leaves its own copy of this one's socket open. */
function keptByTheParent(evidence: Evidence): Pick<Cause, "name" | "idea" | "look"> | null {
  const isAccepting = evidence.blocked.length > 0 && evidence.blocked.every(({ on }) => on === "listening");
  return isAccepting && standsInSource(evidence, /\bfork\s*\(/) && standsInSource(evidence, /\bclose\s*\(/)
    ? parentsCopy
    : null;
}

const parentsCopy = {
  name: { en: "The parent keeps the connection", id: "Proses induk menahan koneksi" },
  idea: {
    en: "After fork() both processes hold the same connection. It ends only when both have closed it.",
    id: "Setelah fork(), kedua proses memegang koneksi yang sama. Koneksi baru berakhir setelah keduanya menutupnya.",
  },
  look: {
    en: "Close the client's socket in the parent too, right after fork() and before the next accept(); the child goes on with its own copy.",
    id: "Tutup socket client di proses induk juga, tepat setelah fork() dan sebelum accept() berikutnya; proses anak tetap memakai salinannya.",
  },
};

/** In Node, where the end of a stream is an event, and nothing that recv returns. */
function afterTheEnd(evidence: Evidence): Pick<Cause, "look"> | null {
  if (evidence.language !== "JavaScript") return null;
  return standsInSource(evidence, /allowHalfOpen\s*:\s*true/) ? { look: halfOpen } : { look: endNeverComes };
}

const halfOpen = {
  en: "With allowHalfOpen: true your side stays open until you end it: call socket.end() in the function for 'end', or leave that option out.",
  id: "Dengan allowHalfOpen: true sisi Anda tetap terbuka sampai Anda mengakhirinya: panggil socket.end() di fungsi untuk 'end', atau hilangkan opsi itu.",
};

const endNeverComes = {
  en: "Node ends its side after 'end', which comes only when all that arrived was taken: is there a function for 'data', and is the socket never left paused?",
  id: "Node mengakhiri sisinya setelah 'end', yang baru datang setelah semua kiriman diambil: adakah fungsi untuk 'data', dan tidakkah socket dibiarkan pause?",
};

const whereAClientEnds = {
  look: {
    en: "Close the connection once nothing more is to be sent or read: at the end of the input, and when the other side has closed; socket.end() in Node.",
    id: "Tutup koneksi begitu tidak ada lagi yang dikirim atau dibaca: di akhir masukan, dan saat pihak lawan menutup; socket.end() di Node.",
  },
};

/** The client has not ended its sending: it waits for the server to end the connection. */
const afterTheAnswer = {
  look: {
    en: "Close the client's socket as soon as the answer is sent: conn.close() after sendall(), socket.end() in Node; not the socket that listens.",
    id: "Tutup socket client begitu balasan terkirim: conn.close() setelah sendall(), socket.end() di Node; bukan socket yang listen.",
  },
};
