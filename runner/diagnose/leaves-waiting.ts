import { type Cause, type Evidence, strength } from "./evidence.ts";
import { failedConversation, joined } from "./support/conversations.ts";
import { blockedIn, bytesOf, subject } from "./support/phrases.ts";
import { printedError } from "./support/printed-error.ts";
import { lineInSource, standsInSource } from "./support/sources.ts";

/** A server that takes a connection, leaves it open and waits for the next one. */
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
    const { failure, kind, transport } = evidence;
    const conversation = failedConversation(evidence);
    if (kind !== "server" || transport !== "tcp" || failure.code !== "no-reply" || !conversation?.taken?.accepted)
      return null;
    const { peer, sent, taken } = conversation;
    const [unread, all] = [taken.unreadBytes, joined(sent).length];
    const place = evidence.blocked.find(({ on }) => on === "listening");
    if (all === 0 || unread !== all || place === undefined || evidence.blocked.some(({ on }) => on === peer))
      return null;
    if (printedError(evidence) !== null) return null;
    const hider = hidingLine(evidence);
    return {
      strength: strength.shown,
      ...(hider && { ...hidesItsError, lines: [hider] }),
      ...(!hider && { location: place.location }),
      saw: {
        en: `${subject(evidence).en} had accepted ${peer}, and was ${blockedIn(place).en} again: ${bytesOf(unread, all).en} that ${peer} sent lay there unread.`,
        id: `${subject(evidence).id} sudah menerima koneksi ${peer}, lalu kembali ${blockedIn(place).id}: ${bytesOf(unread, all).id} dari ${peer} belum dibaca.`,
      },
    };
  },
};

/** An error that a handler without a word swallows leaves no other trace. */
const hidesItsError = {
  name: { en: "A handler hides the error", id: "Error disembunyikan" },
  idea: {
    en: "except: pass hides every mistake in the lines above it, a misspelt name as well: the loop goes on as if nothing had happened.",
    id: "except: pass menyembunyikan setiap kesalahan di baris-baris di atasnya, juga nama yang salah eja: perulangan berjalan seolah tidak terjadi apa-apa.",
  },
  look: {
    en: "Print the error there (except OSError as error: print(error)), or take the handler out for now, and run it again: then it tells you the line.",
    id: "Cetak errornya di sana (except OSError as error: print(error)), atau hapus dulu penanganannya, lalu jalankan lagi: barisnya akan disebut.",
  },
};

/** The line of a handler of everything that does nothing. */
function hidingLine(evidence: Evidence) {
  if (evidence.language !== "Python" || !standsInSource(evidence, silentHandler)) return null;
  return lineInSource(evidence, /^\s*except\b(?:\s+(?:Base)?Exception\b.*)?\s*:/);
}

const silentHandler = /^\s*except\b(?:\s+(?:Base)?Exception\b[^\n]*)?\s*:\s*(?:pass|continue)\b/m;
