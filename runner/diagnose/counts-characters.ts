import { keptWhole } from "../model/kept-bytes.ts";
import { type Cause, type Evidence, type Finding, strength } from "./evidence.ts";
import { joined } from "./support/conversations.ts";
import { isUtf8 } from "./support/decoding.ts";
import { uncaughtError } from "./support/last-words.ts";
import { subject } from "./support/phrases.ts";
import { sentBeforeEnd, wentOn } from "./support/sent-before-end.ts";

/** A client stops reading after as many bytes as its message has characters. */
export const countsCharacters: Cause = {
  about: "any",
  name: { en: "Counts characters, not bytes", id: "Menghitung karakter, bukan byte" },
  idea: {
    en: "The length of a text counts characters; the network counts bytes: ☕ is one character and three bytes.",
    id: "Panjang teks dihitung dalam karakter, sedangkan jaringan menghitung byte: ☕ adalah satu karakter tetapi tiga byte.",
  },
  look: {
    en: "Encode first, then take the length: len(message.encode()), and compare that with the bytes received.",
    id: "Encode dulu, baru hitung panjangnya: len(pesan.encode()), lalu bandingkan dengan jumlah byte yang diterima.",
  },
  find: (evidence) => {
    const { conversations, failure, kind } = evidence;
    const [bob] = conversations;
    if (failure.code === "http-differs") return countsOfABody(evidence);
    if (kind !== "client" || failure.code !== "no-output" || bob === undefined) return null;
    if (!wentOn(evidence) || uncaughtError(evidence)) return null;
    const message = joined(bob.received);
    const characters = [...message.toString()].length;
    const before = sentBeforeEnd(evidence, bob.peer);
    if (before === null || !isUtf8(message) || characters === message.length) return null;
    if (!stoppedAt(characters, before, bob.sent)) return null;
    return {
      strength: strength.shown,
      saw: {
        en: `${subject(evidence).en} stopped reading after ${before.bytes} of ${message.length} bytes: its message has ${characters} characters.`,
        id: `${subject(evidence).id} berhenti membaca setelah ${before.bytes} dari ${message.length} byte: pesannya terdiri dari ${characters} karakter.`,
      },
    };
  },
};

/** A body that ends after as many bytes as its text has characters, because its length was counted so. */
function countsOfABody(evidence: Evidence): Finding | null {
  const { failure } = evidence;
  if (failure.code !== "http-differs" || failure.facts?.what !== "body") return null;
  const [due, came] = [keptWhole(failure.expected), keptWhole(failure.actual)];
  if (due === null || came === null) return null;
  const text = due.toString();
  const isCounted = came.length === text.length || came.length === [...text].length;
  if (came.length >= due.length || !isCounted || !isUtf8(due)) return null;
  if (!due.subarray(0, came.length).equals(came)) return null;
  return {
    strength: strength.shown,
    look: lengthOfBytes,
    saw: {
      en: `${subject(evidence).en} gave a length of ${came.length} for ${due.length} bytes: their text has ${came.length} characters.`,
      id: `${subject(evidence).id} menyebut panjang ${came.length} untuk ${due.length} byte: teksnya terdiri dari ${came.length} karakter.`,
    },
  };
}

const lengthOfBytes = {
  en: 'Take the length of the bytes: open a file with "rb", or encode() the text before len(); Buffer.byteLength() in Node.',
  id: 'Hitung panjang byte-nya: buka file dengan "rb", atau encode() teksnya sebelum len(); Buffer.byteLength() di Node.',
};

/** Whether it stopped reading at the piece with which the count was reached. */
function stoppedAt(characters: number, before: { pieces: number; bytes: number }, pieces: readonly Buffer[]): boolean {
  const last = pieces[before.pieces - 1];
  if (last === undefined || before.pieces === pieces.length) return false;
  const reached = before.bytes >= characters && before.bytes - last.length < characters;
  return reached && (before.pieces > 1 || before.bytes === characters);
}
