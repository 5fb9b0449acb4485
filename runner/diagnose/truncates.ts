import { keptStart } from "../model/kept-bytes.ts";
import { grouped } from "../texts/quantity.ts";
import { type Cause, type Diagnoser, type Evidence, type Finding, strength } from "./evidence.ts";
import { hasReadAll, isEndOfWrite } from "./support/conversations.ts";
import { decodingOf } from "./support/decoding.ts";
import { type Echo, failedEcho } from "./support/echo.ts";
import { uncaughtError } from "./support/last-words.ts";
import { lossesOf } from "./support/losses.ts";
import { atLine, bytesOf, quoted, subject } from "./support/phrases.ts";
import { locationInSource, standsInSource } from "./support/sources.ts";
import { truncatesDatagrams } from "./truncates-datagrams.ts";

/** Less is sent back than came. */
export const truncates: Cause = {
  about: ["echo", "reply", "greeting"],
  name: { en: "Cuts the data off", id: "Memotong data" },
  idea: {
    en: "An echo sends back every byte that it read: what one recv returned must go out whole before the next one.",
    id: "Echo mengirim kembali setiap byte yang dibacanya: hasil satu recv harus terkirim seluruhnya sebelum recv berikutnya.",
  },
  look: {
    en: "See how many bytes recv returned and how many you send: a slice, a fixed length or a smaller buffer leaves some out.",
    id: "Bandingkan jumlah byte yang dikembalikan recv dan yang dikirim: slice, panjang tetap, atau buffer yang lebih kecil menghilangkan sebagian.",
  },
  find: (evidence) =>
    evidence.talk === "echo" ? (truncatesDatagrams(evidence) ?? truncatesStream(evidence)) : sizeOfAText(evidence),
};

const truncatesStream: Diagnoser = (evidence) => {
  const echo = failedEcho(evidence);
  if (echo === null || evidence.exit || uncaughtError(evidence)) return null;
  return cutInTheMiddle(evidence, echo) ?? cutAtTheEnd(evidence, echo);
};

function cutInTheMiddle(evidence: Evidence, echo: Echo): Finding | null {
  const losses = lossesOf(echo);
  if (losses === null || !(losses.isCutEachTime || losses.firstAt <= smallBuffer) || losses.firstAt === 0) return null;
  const [kept, lost] = [grouped(losses.firstAt), grouped(losses.lostBytes)];
  return {
    strength: strength.shown,
    saw: {
      en: `${subject(evidence).en} sent ${kept} bytes back to ${echo.conversation.peer} and left out the next ${lost}.`,
      id: `${subject(evidence).id} mengirim kembali ${kept} byte kepada ${echo.conversation.peer} dan melewatkan ${lost} byte berikutnya.`,
    },
  };
}

function cutAtTheEnd(evidence: Evidence, echo: Echo): Finding | null {
  const { conversation, sent, received } = echo;
  const isBeginning = received.length > 0 && sent.subarray(0, received.length).equals(received);
  if (!isBeginning || received.length >= sent.length || decodingOf(echo)) return null;
  const asksThePointer = received.length === pointerSize && standsInSource(evidence, sizeOfAPointer);
  const readAll = evidence.failure.code === "closed-early" ? tookAll(echo) : holdsNothingBack(evidence, echo);
  if (!readAll && !asksThePointer) return null;
  const { en, id } = bytesOf(received.length, sent.length);
  const missing = quoted(sent.subarray(received.length));
  return {
    strength: asksThePointer ? strength.seen : strength.shown,
    ...(asksThePointer && pointersSize),
    saw: {
      en: `${subject(evidence).en} sent back ${en} of the message of ${conversation.peer}, without ${missing.en}.`,
      id: `${subject(evidence).id} mengirim kembali ${id} dari pesan ${conversation.peer}, tanpa ${missing.id}.`,
    },
  };
}

/** A buffer that is asked for its size through a pointer to it. */
const sizeOfAPointer = /\bchar\s*\*\s*(\w+)\b[\s\S]*\bsizeof\s*\(?\s*\1\b/;
const pointerSize = 8;

const pointersSize = {
  name: { en: "sizeof of a pointer", id: "sizeof sebuah pointer" },
  idea: {
    en: "sizeof gives the size of an array, but of a pointer its own: 8 bytes, however large the buffer is to which it points.",
    id: "sizeof memberi ukuran sebuah array, tetapi untuk pointer ukurannya sendiri: 8 byte, sebesar apa pun buffer yang ditunjuknya.",
  },
  look: {
    en: "Give recv() the number that you gave to malloc(), or declare the buffer as an array: char buffer[1024].",
    id: "Berikan kepada recv() bilangan yang Anda berikan kepada malloc(), atau deklarasikan buffer sebagai array: char buffer[1024].",
  },
};

/** A text of C sent with the size of the pointer to it: as many bytes of it as a pointer has. */
function sizeOfAText(evidence: Evidence): Finding | null {
  const { failure, language } = evidence;
  const [due, came] = [keptStart(failure.expected), keptStart(failure.actual)];
  const isC = language === "C" || language === "C++";
  if (!isC || failure.actual?.length !== pointerSize || due.length <= came.length) return null;
  const place = locationInSource(evidence, sendsSizeOf);
  const [, name = ""] = sendsSizeOf.exec(place?.text ?? "") ?? [];
  if (!due.subarray(0, came.length).equals(came) || place === null) return null;
  if (!standsInSource(evidence, new RegExp(`\\bchar\\s*(?:const\\s*)?\\*\\s*(?:const\\s*)?${name}\\b`))) return null;
  const [shown, at] = [quoted(came), atLine(place)];
  return {
    strength: strength.seen,
    ...pointersSize,
    look: {
      en: `Send strlen(${name}) bytes of a text, not sizeof ${name}.`,
      id: `Kirim strlen(${name}) byte dari sebuah teks, bukan sizeof ${name}.`,
    },
    location: place,
    saw: {
      en: `${subject(evidence).en} sent ${shown.en}, the first 8 bytes of its text: as many as sizeof counts of a pointer (${at.en}).`,
      id: `${subject(evidence).id} mengirim ${shown.id}, 8 byte pertama dari teksnya: sebanyak sizeof sebuah pointer (${at.id}).`,
    },
  };
}

const sendsSizeOf = /\b(?:send|sendto|write)\s*\(\s*\w+\s*,\s*(\w+)\s*,\s*sizeof\s*\(?\s*\1\b/;

/** Bytes that certainly arrive together: less than one segment, and no more than any usual buffer takes. */
const smallBuffer = 16 * 1024;

function tookAll({ conversation, sent }: Echo): boolean {
  return (conversation.sent.length === 1 && sent.length <= smallBuffer) || hasReadAll(conversation);
}

/** Whether it has read everything, and does not wait for the rest of a block, the end of a line, or another delimiter. */
function holdsNothingBack(evidence: Evidence, { conversation, sent, received }: Echo): boolean {
  const { code, facts } = evidence.failure;
  const isStuck = code === "reply-incomplete" && facts?.gaveUp === "stuck";
  if (!isStuck || !hasReadAll(conversation)) return false;
  const missing = sent.subarray(received.length);
  if (/^\r?\n$/.test(missing.toString("latin1")) && received.at(-1) !== 0x0a) return true;
  const isWhole = isEndOfWrite(conversation.sent, received.length);
  const mayHold = endsABlock(received.length, missing.length) || endsAtAMark(received, missing);
  return !isWhole && !mayHold && !isBuffered(received.length, missing.length);
}

/** Whether the missing bytes may be in a library's output buffer, which sends 4 or 8 KiB at a time. */
function isBuffered(kept: number, missing: number): boolean {
  return kept + missing > 4096 && missing <= 8192;
}

/** Whether the missing bytes are less than another block of a usual size. */
function endsABlock(kept: number, missing: number): boolean {
  return usualSizes.some((size) => size > missing && kept % size === 0);
}

/** Usual sizes of blocks: powers of two, and tens, hundreds and thousands. */
const usualSizes = [
  ...Array.from({ length: 20 }, (_, power) => 2 ** power),
  ...[10, 100, 1000].flatMap((unit) => Array.from({ length: 10 }, (_, times) => unit * (times + 1))),
];

/** Whether it may wait for the next delimiter, the byte that ended what it answered; letters and digits are not delimiters. */
function endsAtAMark(received: Buffer, missing: Buffer): boolean {
  const last = received.at(-1) ?? 0;
  return !/[a-z0-9\x80-\xff]/i.test(String.fromCharCode(last)) && !missing.includes(last);
}
