import { type Diagnoser, strength } from "./evidence.ts";
import { uncaughtError } from "./support/last-words.ts";
import { subject } from "./support/phrases.ts";

/** Only the first datagram is answered, because the server has ended. */
export const oneDatagramOnly: Diagnoser = (evidence) => {
  const { conversations, exit, kind, transport } = evidence;
  if (transport !== "udp" || kind !== "server" || exit === null || exit.status !== 0 || exit.limit) return null;
  const answers = conversations.reduce((sum, { received }) => sum + received.length, 0);
  const asked = conversations.reduce((sum, { sent }) => sum + sent.length, 0);
  const isMissed = asked > answers || evidence.failure.code === "exited-early";
  if (answers !== 1 || !isMissed || uncaughtError(evidence)) return null;
  const first = conversations.find(({ received }) => received.length > 0)?.peer ?? "";
  return {
    strength: strength.shown,
    saw: {
      en: `${subject(evidence).en} answered ${first} once and then ended (exit status 0); the next datagram found nobody.`,
      id: `${subject(evidence).id} membalas ${first} satu kali lalu berakhir (status keluar 0); datagram berikutnya tidak sampai kepada siapa pun.`,
    },
    idea: {
      en: "recvfrom() takes one datagram. A server that is to answer the next one too must come back to recvfrom().",
      id: "recvfrom() mengambil satu datagram. Agar datagram berikutnya juga dibalas, server harus kembali ke recvfrom().",
    },
    look: {
      en: "Put recvfrom() and sendto() into a loop, and create and bind the socket once, before it.",
      id: "Letakkan recvfrom() dan sendto() di dalam perulangan; buat dan bind socket satu kali saja, sebelum perulangan itu.",
    },
  };
};
