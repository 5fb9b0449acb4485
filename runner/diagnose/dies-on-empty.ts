import { diesOnEmptyDatagram } from "./dies-on-empty-datagram.ts";
import { type Cause, type Diagnoser, strength } from "./evidence.ts";
import { happened } from "./support/conversations.ts";
import { printedBy, uncaughtError } from "./support/last-words.ts";
import { quotedLine, subject } from "./support/phrases.ts";
import { printedError } from "./support/printed-error.ts";
import { printedLines } from "./support/traceback-lines.ts";

/** A client that closes without sending anything ends the server. */
export const diesOnEmpty: Cause = {
  about: "any",
  name: { en: "Dies when nothing was sent", id: "Mati saat tidak ada data" },
  idea: {
    en: "A client may connect and leave without a word, and a datagram may be empty: recv then returns no bytes, which is no error.",
    id: "Client bisa terhubung lalu pergi tanpa mengirim apa-apa, dan datagram bisa kosong: recv mengembalikan nol byte, dan itu bukan error.",
  },
  look: {
    en: "Look for data[0], split()[1], int(data) and the like, and ask first whether anything came at all.",
    id: "Cari data[0], split()[1], int(data), dan sejenisnya, lalu periksa dulu apakah memang ada data yang datang.",
  },
  find: (evidence) => diesOnEmptyDatagram(evidence) ?? diesOnSilentClient(evidence),
};

const diesOnSilentClient: Diagnoser = (evidence) => {
  const { conversations, exit, kind } = evidence;
  const silent = conversations.find(({ peer, sent }) => sent.length === 0 && happened(evidence, "closed", peer));
  if (kind !== "server" || silent === undefined || exit === null || exit.limit || exit.status === 0) return null;
  if (happened(evidence, "reset-sent")) return null;
  // An error that does not depend on what was sent is not about this client.
  if (printedError(evidence)?.meaning?.always) return null;
  const error = uncaughtError(evidence);
  const said = error === null ? "" : `: ${quotedLine(error)}`;
  return {
    strength: strength.shown,
    saw: {
      en: `${subject(evidence).en} ended (exit status ${exit.status}) after ${silent.peer} had connected and left without sending anything${said}.`,
      id: `${subject(evidence).id} berakhir (status keluar ${exit.status}) setelah ${silent.peer} terhubung lalu pergi tanpa mengirim apa pun${said}.`,
    },
    ...(endOfStream.test(error ?? printedBy(evidence)) && endIsNoError),
    ...(error !== null && { error }),
    lines: printedLines(evidence),
  };
};

/** Errors by which languages report the end of a stream. */
const endOfStream = /\bEOFException\b|\bEOF\b|\bUnexpectedEof\b|failed to fill whole buffer/;

const endIsNoError = {
  look: {
    en: "The end of a stream comes as an error here (EOF). For a server it is none: leave the loop of this client, close its socket, and go on.",
    id: "Di sini akhir aliran data datang sebagai error (EOF). Bagi server itu bukan kesalahan: keluarlah dari perulangan client ini, tutup socket-nya, lalu lanjutkan.",
  },
};
