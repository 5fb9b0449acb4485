import { type BlockedPlace, type Cause, type Evidence, strength } from "./evidence.ts";
import { blocksTheLoop, stopsTheLoop } from "./support/blocks-the-loop.ts";
import { failedConversation, joined } from "./support/conversations.ts";
import { hidesErrors, hidingLine } from "./support/hidden-errors.ts";
import { blockedIn, bytesOf, subject } from "./support/phrases.ts";
import { unforcedError } from "./support/printed-error.ts";
import { standsInSource } from "./support/sources.ts";
import { notInTheList, watchesOnlyNewClients } from "./support/unwatched.ts";

/** A server that accepts a connection, does not serve it and waits for the next one. */
export const leavesWaiting: Cause = {
  about: "any",
  name: { en: "Accepts and does nothing with it", id: "Menerima koneksi lalu membiarkannya" },
  idea: {
    en: "accept() returns a socket of its own for each client, and only what is done with that very socket reaches the client.",
    id: "accept() mengembalikan socket tersendiri untuk setiap client, dan hanya yang dilakukan pada socket itu yang sampai ke client.",
  },
  look: {
    en: "Follow the socket that accept() returned: is it this one that is read from, and what leads back to accept() before that?",
    id: "Telusuri socket yang dikembalikan accept(): apakah socket itu yang dibaca, dan apa yang membuat program kembali ke accept() sebelumnya?",
  },
  find(evidence) {
    const { failure, kind, transport, conversations } = evidence;
    const conversation = failedConversation(evidence);
    if (kind !== "server" || transport !== "tcp" || failure.code !== "no-reply" || !conversation?.taken?.accepted)
      return null;
    const { peer, sent, taken } = conversation;
    const [unread, all] = [taken.unreadBytes, joined(sent).length];
    const place = evidence.blocked.find(({ on }) => on === "listening");
    if (all === 0 || unread !== all || place === undefined || evidence.blocked.some(({ on }) => on === peer))
      return null;
    if (unforcedError(evidence) !== null) return null;
    const hider = hidingLine(evidence);
    const busy = evidence.blocked.filter(({ on }) => conversations.some((other) => other.peer === on)).length;
    const isPool = standsInSource(evidence, pool);
    // A server whose threads serve others may pass it on, or have lost this thread: from outside the two look the same.
    if (busy > 0 && !isPool) return null;
    return {
      strength: strength.shown,
      ...(busy > 0 && allTaken),
      ...(busy === 0 && faceOf(evidence, place)),
      ...(hider && busy === 0 && { ...hidesErrors, lines: [hider] }),
      ...(!hider && { location: place.location }),
      saw: {
        en: `${subject(evidence).en} had accepted ${peer}, and was ${blockedIn(place).en} again: ${bytesOf(unread, all).en} that ${peer} sent lay there unread.`,
        id: `${subject(evidence).id} sudah menerima koneksi ${peer}, lalu kembali ${blockedIn(place).id}: ${bytesOf(unread, all).id} dari ${peer} belum dibaca.`,
      },
    };
  },
};

function faceOf(evidence: Evidence, place: BlockedPlace): Pick<Cause, "name" | "idea" | "look"> | null {
  if (blocksTheLoop(evidence, place)) return stopsTheLoop;
  return watchesOnlyNewClients(evidence, place) ? notInTheList : null;
}

/** Ways to create a fixed number of threads that take connections from a queue. */
const pool = /\bThreadPool\w*|\bmax_workers\b|newFixedThreadPool|\bqueue\.Queue\b|\bQueue\(/;

const allTaken = {
  name: { en: "All its threads are taken", id: "Semua thread-nya terpakai" },
  idea: {
    en: "A fixed number of threads serves as many clients at once and no more: silent ones hold them for as long as they like.",
    id: "Sejumlah thread yang tetap hanya melayani client sebanyak itu sekaligus: client yang diam menahannya selama mereka mau.",
  },
  look: {
    en: "Start a thread for each connection, or let select or asyncio wait for all of them; a pool needs a time limit for each client.",
    id: "Jalankan satu thread untuk setiap koneksi, atau gunakan select atau asyncio untuk menunggu semuanya; pool memerlukan batas waktu untuk setiap client.",
  },
};
