import { languageTitled } from "../launchers/source-language.ts";
import { type Cause, type Evidence, type Finding, strength } from "./evidence.ts";
import { failedConversation, joined, readerOf } from "./support/conversations.ts";
import { atLine, blockedIn, quoted, subject } from "./support/phrases.ts";
import { locationInSource, sourcesOf, standsInSource } from "./support/sources.ts";

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
    const hasty = closesAtOnce(evidence);
    if (hasty) return hasty;
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
      ...(evidence.kind === "client" && asked === null && sendsFirst),
      saw: {
        en: `${subject(evidence).en} sent nothing to anybody${asked ? `, after ${who} had sent it ${asked.en}` : ""}${place ? `; it was ${place.en}` : ""}. Its source has no call that sends.`,
        id: `${subject(evidence).id} tidak mengirim apa pun kepada siapa pun${asked ? ` setelah ${who} mengirim ${asked.id}` : ""}${place ? `; ia ${place.id}` : ""}. Di kodenya tidak ada pemanggilan yang mengirim.`,
      },
      location: reader?.location ?? null,
    };
  },
};

/** For a client that was sent nothing: it is its turn. */
const sendsFirst = {
  idea: {
    en: "The other side gets only what is sent to it; opening a socket sends nothing.",
    id: "Pihak lawan hanya menerima yang dikirim kepadanya; membuka socket belum mengirim apa pun.",
  },
  look: {
    en: "Send the message as soon as the socket is there: sendall() in Python, send() or write() elsewhere; sendto() over UDP.",
    id: "Kirim pesannya begitu socket siap: sendall() di Python, send() atau write() di bahasa lain; sendto() untuk UDP.",
  },
};

/** A client of Node that closes its UDP socket in the line behind send(), which has only begun by then. */
function closesAtOnce(evidence: Evidence): Finding | null {
  const { failure, kind, exit, transport } = evidence;
  if (kind !== "client" || transport !== "udp" || failure.code !== "no-message-sent" || exit?.status !== 0) return null;
  const place = standsInSource(evidence, sendAndClose) ? locationInSource(evidence, /\.send\s*\(/) : null;
  if (place === null || !standsInSource(evidence, /\bdgram\b/)) return null;
  const at = atLine(place);
  return {
    strength: strength.seen,
    location: place,
    name: { en: "Closes before it has been sent", id: "Menutup sebelum terkirim" },
    idea: {
      en: "send() only begins the sending: the host's name is looked up first, and the next line runs meanwhile. close() there drops the datagram.",
      id: "send() baru memulai pengiriman: nama host dicari dulu, sementara baris berikutnya sudah berjalan. close() di situ membuang datagramnya.",
    },
    look: {
      en: "Close where the answer has come, in the function for 'message', or in the callback of send() if none is awaited.",
      id: "Tutup setelah jawabannya datang, di fungsi untuk 'message', atau di callback send() kalau tidak ada yang ditunggu.",
    },
    saw: {
      en: `${subject(evidence).en} sent nothing: it closed its socket right after send() (${at.en}).`,
      id: `${subject(evidence).id} tidak mengirim apa pun: socketnya ditutup tepat setelah send() (${at.id}).`,
    },
  };
}

/** send() without a callback, and close() in the next line. */
const sendAndClose = /\b(\w+)\.send\s*\([^;{]*\)\s*;?\s*\n\s*\1\.close\s*\(/;

/** Whether the source has a call that may send; true if no source can be read. */
function hasSendingCall(evidence: Evidence): boolean {
  const calls = languageTitled(evidence.language)?.source.sends;
  return calls === undefined || sourcesOf(evidence).length === 0 || standsInSource(evidence, calls);
}
