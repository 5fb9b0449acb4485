import { byteCount } from "../texts/quantity.ts";
import { type Cause, type Evidence, strength } from "./evidence.ts";
import { failedConversation, joined } from "./support/conversations.ts";
import { failedEcho } from "./support/echo.ts";
import { insertedBytes } from "./support/insertions.ts";
import { quoted, subject } from "./support/phrases.ts";

/** The message came back with something before or after it, or something came unasked. */
export const extraBytes: Cause = {
  about: ["echo", "reply"],
  name: { en: "Sends more than came", id: "Mengirim lebih dari yang datang" },
  idea: {
    en: "recv says how many bytes came; the rest of the buffer is old or empty and belongs to nobody.",
    id: "recv memberi tahu berapa byte yang datang; sisa buffer adalah data lama atau kosong dan bukan bagian dari pesan.",
  },
  look: {
    en: "Send only as many bytes as recv returned, not the size of the buffer, and leave out greetings and prefixes.",
    id: "Kirim hanya sebanyak byte yang dikembalikan recv, bukan sebesar ukuran buffer, dan jangan menambahkan salam atau awalan.",
  },
  find: (evidence) => {
    const extra = unasked(evidence) ?? twice(evidence) ?? around(evidence) ?? among(evidence);
    if (extra === null) return null;
    const { bytes, peer, when } = extra;
    const [count, shown] = [byteCount(bytes.length), quoted(bytes)];
    return {
      strength: strength.likely,
      ...(extra.isWords && wordsOfItsOwn),
      saw: {
        en: `${subject(evidence).en} sent ${peer} ${count.en} ${when.en}: ${shown.en}.`,
        id: `${subject(evidence).id} mengirim ${count.id} kepada ${peer} ${when.id}: ${shown.id}.`,
      },
    };
  },
};

interface Extra {
  bytes: Buffer;
  peer: string;
  when: { en: string; id: string };
  /** Whether these are words that somebody wrote, and no rest of a buffer. */
  isWords?: boolean;
}

/** Readable, and the same before or after every message: a label such as "Echo: ". */
const wordsOfItsOwn = {
  name: { en: "Adds words of its own", id: "Menambahkan kata sendiri" },
  idea: {
    en: "An echo gives back exactly what came, without a word before or after it.",
    id: "Echo mengembalikan persis apa yang datang, tanpa kata apa pun sebelum atau sesudahnya.",
  },
  look: {
    en: "Find where these words are joined to the message, and send only what recv returned; print them on the screen if you like.",
    id: "Cari tempat kata-kata itu digabungkan dengan pesan, lalu kirim hanya hasil recv; cetak kata-katanya di layar kalau perlu.",
  },
};

function unasked(evidence: Evidence): Extra | null {
  const conversation = failedConversation(evidence);
  if (
    evidence.failure.code !== "not-silent" ||
    evidence.kind !== "server" ||
    conversation === undefined ||
    conversation.sent.length > 0
  )
    return null;
  const when = { en: "before anything was sent to it", id: "sebelum ada yang dikirim kepadanya" };
  return { bytes: joined(conversation.received), peer: conversation.peer, when };
}

function twice({ failure }: Evidence): Extra | null {
  if (failure.code !== "answered-twice" || failure.who === undefined || failure.actual === undefined) return null;
  const when = { en: "a second time", id: "untuk kedua kalinya" };
  return { bytes: Buffer.from(failure.actual.head, "base64"), peer: failure.who, when };
}

function around(evidence: Evidence): Extra | null {
  const echo = failedEcho(evidence);
  if (echo === null || !wrongReply.has(evidence.failure.code)) return null;
  const { conversation, sent, received } = echo;
  // A server that reads once answers the first write alone, behind its own words.
  const first = conversation.sent[0]?.length ?? 0;
  const start = received.indexOf(sent.subarray(0, Math.min(first >= leastProbe ? first : sent.length, longestProbe)));
  if (start < 0 || !isRestOf(sent, received.subarray(start))) return null;
  const after = received.subarray(start + sent.length);
  const { peer } = conversation;
  if (start > 0) {
    return {
      bytes: received.subarray(0, start),
      isWords: isText(received.subarray(0, start)),
      peer,
      when: { en: "before its own message", id: "sebelum pesannya sendiri" },
    };
  }
  return after.length === 0
    ? null
    : {
        bytes: after,
        peer,
        isWords: isText(after) && after.length > 3,
        when: { en: "after its own message", id: "setelah pesannya sendiri" },
      };
}

function among(evidence: Evidence): Extra | null {
  const echo = failedEcho(evidence);
  if (echo === null || !wrongReply.has(evidence.failure.code)) return null;
  const bytes = insertedBytes(echo);
  const when = { en: "among the bytes of its own message", id: "di antara byte pesannya sendiri" };
  return bytes && { bytes, peer: echo.conversation.peer, isWords: isText(bytes), when };
}

function isText(bytes: Buffer): boolean {
  return /^[\p{L}\p{N}\p{P}\p{S}\p{Zs}\r\n\t]*\p{L}{2}[\p{L}\p{N}\p{P}\p{S}\p{Zs}\r\n\t]*$/u.test(bytes.toString());
}

const wrongReply = new Set(["reply-differs", "reply-too-long", "not-silent"]);
const [leastProbe, longestProbe] = [3, 64];

/** As far as it has come. */
function isRestOf(sent: Buffer, received: Buffer): boolean {
  const shared = Math.min(sent.length, received.length);
  return sent.subarray(0, shared).equals(received.subarray(0, shared));
}
