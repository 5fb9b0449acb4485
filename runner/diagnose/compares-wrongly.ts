import type { SourceLocation } from "../model/seen.ts";
import { type Cause, type Evidence, type Finding, strength } from "./evidence.ts";
import { joined } from "./support/conversations.ts";
import { locationOf } from "./support/hand-in-files.ts";
import { uncaughtError } from "./support/last-words.ts";
import { type Comparison, neverEqual } from "./support/never-equal.ts";
import { atLine, innerSubject, quotedLine } from "./support/phrases.ts";
import { sourcesOf } from "./support/sources.ts";

/** What was received is compared with a text in a way that is never true, so a message is not recognised. */
export const comparesWrongly: Cause = {
  about: ["reply", "stream"],
  name: { en: "Compares what is never equal", id: "Membandingkan yang tidak pernah sama" },
  idea: {
    en: "Two values of different types are never equal, however alike they look when they are printed.",
    id: "Dua nilai yang tipenya berbeda tidak pernah sama, walaupun terlihat sama saat dicetak.",
  },
  look: {
    en: "Bring both to the same type before you compare them.",
    id: "Samakan tipe keduanya sebelum dibandingkan.",
  },
  find(evidence) {
    if (!missed.has(evidence.failure.code) || uncaughtError(evidence)) return null;
    const found = comparisonWithTheMessage(evidence);
    if (found === null) return null;
    const { comparison, place } = found;
    const at = atLine(place);
    return {
      strength: strength.seen,
      ...words[comparison.kind],
      location: place,
      saw: {
        en: `A message with ${quotedLine(comparison.literal)} came, and ${innerSubject(evidence).en} did not recognise it: what it compares is never equal (${at.en}).`,
        id: `Pesan berisi ${quotedLine(comparison.literal)} datang, tetapi ${innerSubject(evidence).id} tidak mengenalinya: yang dibandingkannya tidak pernah sama (${at.id}).`,
      },
    };
  },
};

/** The comparison with a text that a peer did send: only then does it matter. */
function comparisonWithTheMessage(evidence: Evidence): { comparison: Comparison; place: SourceLocation } | null {
  const { failure } = evidence;
  const asked = failure.code === "wrong-answer" ? (failure.facts?.question ?? "") : "";
  const came = evidence.conversations.map(({ sent }) => joined(sent).toString());
  const heard = new Set(came.flatMap((text) => [text.trim(), ...text.split(/\r?\n/), ...text.split(/\s+/)]));
  for (const { file, text } of sourcesOf(evidence)) {
    for (const comparison of neverEqual(file, text)) {
      const place = locationOf(evidence.files, { file, line: comparison.line });
      const isAbout =
        asked === "" || asked.split(/\s+/).includes(comparison.literal) || asked.trim() === comparison.literal;
      if (place !== null && comparison.literal.length > 1 && heard.has(comparison.literal) && isAbout)
        return { comparison, place };
    }
  }
  return null;
}

const missed = new Set([
  "no-reply",
  "closed-early",
  "reset-early",
  "no-output",
  "wrong-answer",
  "reply-differs",
  "no-match",
]);

const words: Record<Comparison["kind"], Pick<Finding, "name" | "idea" | "look">> = {
  "bytes-and-text": {
    name: { en: "Compares bytes with text", id: "Membandingkan byte dengan teks" },
    idea: {
      en: 'recv() returns bytes, and in Python bytes are never equal to a text: b"PING" == "PING" is False.',
      id: 'recv() mengembalikan byte, dan di Python byte tidak pernah sama dengan teks: b"PING" == "PING" bernilai False.',
    },
    look: {
      en: 'Compare with bytes, b"..." with a b before the quotes, or decode() what came before you compare it.',
      id: 'Bandingkan dengan byte, b"..." dengan huruf b di depan tanda kutip, atau decode() dulu yang datang sebelum dibandingkan.',
    },
  },
  "buffer-and-text": {
    name: { en: "Compares a Buffer with text", id: "Membandingkan Buffer dengan teks" },
    idea: {
      en: "What 'data' and 'message' bring is a Buffer, and === is never true of a Buffer and a text.",
      id: "Yang dibawa 'data' dan 'message' adalah Buffer, dan === antara Buffer dan teks tidak pernah benar.",
    },
    look: {
      en: "Compare its text: data.toString() === '...', or call socket.setEncoding('utf8') first.",
      id: "Bandingkan teksnya: data.toString() === '...', atau panggil socket.setEncoding('utf8') dulu.",
    },
  },
  identity: {
    name: { en: "Compares strings with ==", id: "Membandingkan string dengan ==" },
    idea: {
      en: "In Java == asks whether two variables hold the very same object. What was received is always another object than the text in the source.",
      id: "Di Java, == menanyakan apakah dua variabel memegang objek yang sama. Yang diterima selalu objek lain daripada teks di kode.",
    },
    look: {
      en: 'Compare the contents: "...".equals(line).',
      id: 'Bandingkan isinya: "...".equals(line).',
    },
  },
  pointers: {
    name: { en: "Compares strings with ==", id: "Membandingkan string dengan ==" },
    idea: {
      en: "In C == compares addresses in memory, and a buffer never lies where the text of the source does.",
      id: "Di C, == membandingkan alamat memori, dan buffer tidak pernah berada di tempat teks dari kode.",
    },
    look: {
      en: 'Compare the contents: strcmp(buffer, "...") == 0, or strncmp() with the number of bytes that came.',
      id: 'Bandingkan isinya: strcmp(buffer, "...") == 0, atau strncmp() dengan jumlah byte yang datang.',
    },
  },
};
