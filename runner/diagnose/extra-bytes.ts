import { byteCount } from "../texts/quantity.ts";
import { firstDifference } from "../wire/difference.ts";
import { type Cause, type Evidence, strength } from "./evidence.ts";
import { failedConversation, isEndOfWrite, joined, unaskedBytes } from "./support/conversations.ts";
import { failedEcho, messageStart } from "./support/echo.ts";
import { insertedBytes } from "./support/insertions.ts";
import { isWhatWasDue, whatCame } from "./support/mended.ts";
import { quoted, subject } from "./support/phrases.ts";
import { standsInSource } from "./support/sources.ts";

/** The message came back with extra bytes before or after it, or bytes came unasked. */
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
    const extra =
      unasked(evidence) ??
      aroundWords(evidence) ??
      twice(evidence) ??
      around(evidence) ??
      among(evidence) ??
      zeros(evidence) ??
      greeting(evidence);
    if (extra === null) return null;
    const { bytes, peer, when } = extra;
    const [count, shown] = [byteCount(bytes.length), quoted(bytes)];
    return {
      strength: strength.likely,
      ...(extra.words ?? (isOfStrlen(evidence, extra) && withoutZero)),
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
  /** Other texts, if the extra bytes are words and not the rest of a buffer. */
  words?: Pick<Cause, "name" | "idea" | "look"> | undefined;
}

/** The texts for a label before or after every message, such as "Echo: ". */
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

/** The texts for a greeting in a lab in which the client speaks first. */
const unaskedWords = {
  name: { en: "Speaks before it is asked", id: "Berbicara sebelum ditanya" },
  idea: {
    en: "Here the client speaks first, and what it gets is taken for the answer to its message.",
    id: "Di sini client yang berbicara dulu, dan yang diterimanya dianggap jawaban atas pesannya.",
  },
  look: {
    en: "Leave the greeting out: after accept() call recv first, and send only what answers that.",
    id: "Hilangkan salam pembuka: setelah accept() panggil recv dulu, lalu kirim hanya jawabannya.",
  },
};

/** The texts for C, whose strings end at a zero byte, which recv does not write. */
const withoutZero = {
  name: { en: "strlen() of what recv stored", id: "strlen() atas hasil recv" },
  idea: {
    en: "recv puts no zero byte behind what it stores: strlen() counts on into whatever lies in memory after it.",
    id: "recv tidak menaruh byte nol di belakang data yang disimpannya: strlen() terus menghitung isi memori sesudahnya.",
  },
  look: {
    en: "Send as many bytes as recv returned: n = recv(...), then send(client, buffer, n, 0), without strlen().",
    id: "Kirim sebanyak byte yang dikembalikan recv: n = recv(...), lalu send(client, buffer, n, 0), tanpa strlen().",
  },
};

function isOfStrlen(evidence: Evidence, { when }: Extra): boolean {
  return when === afterwards && standsInSource(evidence, /\bstrlen\s*\(/);
}

const afterwards = { en: "after its own message", id: "setelah pesannya sendiri" };

function unasked(evidence: Evidence): Extra | null {
  const conversation = failedConversation(evidence);
  if (
    evidence.failure.code !== "not-silent" ||
    evidence.kind !== "server" ||
    conversation === undefined ||
    conversation.sent.length > 0
  )
    return null;
  return beforeAll(joined(conversation.received), conversation.peer);
}

/** Words that came before the peer sent its message, and so are not an answer. */
function greeting(evidence: Evidence): Extra | null {
  const echo = failedEcho(evidence);
  if (echo === null || evidence.failure.code !== "reply-differs") return null;
  const bytes = unaskedBytes(evidence, echo.conversation);
  return bytes.length > 0 && isText(bytes) ? beforeAll(bytes, echo.conversation.peer) : null;
}

function beforeAll(bytes: Buffer, peer: string): Extra {
  const when = { en: "before anything was sent to it", id: "sebelum ada yang dikirim kepadanya" };
  return { bytes, peer, when, words: isText(bytes) ? unaskedWords : undefined };
}

/** The agreed words with what a library or a language puts around its own strings. */
function aroundWords(evidence: Evidence): Extra | null {
  const came = whatCame(evidence);
  if (came === null || isWhatWasDue(evidence, came)) return null;
  const peer = evidence.failure.who ?? "";
  const zeros = /\0+$/.exec(came.toString("latin1"))?.[0].length ?? 0;
  if (zeros > 0 && isWhatWasDue(evidence, came.subarray(0, came.length - zeros)))
    return {
      bytes: came.subarray(came.length - zeros),
      peer,
      when: afterwards,
      ...(zeros === 1 && { words: itsZero }),
    };
  const isCounted = came.length > 2 && came.readUInt16BE(0) === came.length - 2;
  if (!isCounted || !isWhatWasDue(evidence, came.subarray(2))) return null;
  return {
    bytes: came.subarray(0, 2),
    peer,
    when: { en: "before its own words", id: "sebelum kata-katanya" },
    words: lengthFirst,
  };
}

const itsZero = {
  name: { en: "Sends the string's zero byte", id: "Mengirim byte nol dari string" },
  idea: {
    en: "A string of C ends with a zero byte in memory. It belongs to the program, not to the message.",
    id: "String di C diakhiri byte nol di memori. Byte itu milik program, bukan bagian dari pesan.",
  },
  look: {
    en: "Send strlen(text) bytes, not sizeof or strlen(text) + 1.",
    id: "Kirim strlen(teks) byte, bukan sizeof atau strlen(teks) + 1.",
  },
};

const lengthFirst = {
  name: { en: "Sends a length before the text", id: "Mengirim panjang di depan teks" },
  idea: {
    en: "writeUTF() of Java's DataOutputStream puts two bytes with the length before the text: only readUTF() on the other side expects them.",
    id: "writeUTF() dari DataOutputStream di Java menaruh dua byte berisi panjang di depan teks: hanya readUTF() di pihak lawan yang mengharapkannya.",
  },
  look: {
    en: "Send the bytes of the text alone: out.write(text.getBytes()), and flush().",
    id: "Kirim byte teksnya saja: out.write(teks.getBytes()), lalu flush().",
  },
};

function twice({ failure }: Evidence): Extra | null {
  if (failure.code !== "answered-twice" || failure.who === undefined || failure.actual === undefined) return null;
  const when = { en: "a second time", id: "untuk kedua kalinya" };
  return { bytes: Buffer.from(failure.actual.head, "base64"), peer: failure.who, when };
}

function around(evidence: Evidence): Extra | null {
  const echo = failedEcho(evidence);
  if (echo === null || !wrongReply.has(evidence.failure.code)) return null;
  const { conversation, sent, received } = echo;
  const start = messageStart(echo);
  if (start < 0 || !isRestOf(sent, received.subarray(start))) return null;
  const after = received.subarray(start + sent.length);
  const { peer } = conversation;
  if (start > 0) {
    return {
      bytes: received.subarray(0, start),
      words: isText(received.subarray(0, start)) ? wordsOfItsOwn : undefined,
      peer,
      when: { en: "before its own message", id: "sebelum pesannya sendiri" },
    };
  }
  return after.length === 0
    ? null
    : {
        bytes: after,
        peer,
        words: isText(after) && after.length > 3 && !isOld(after, sent) ? wordsOfItsOwn : undefined,
        when: afterwards,
      };
}

/** Whether the bytes are a part of the message, and so the rest of an earlier recv, not words. */
function isOld(bytes: Buffer, sent: Buffer): boolean {
  return sent.includes(bytes);
}

function among(evidence: Evidence): Extra | null {
  const echo = failedEcho(evidence);
  if (echo === null || !wrongReply.has(evidence.failure.code)) return null;
  const bytes = insertedBytes(echo);
  const when = { en: "among the bytes of its own message", id: "di antara byte pesannya sendiri" };
  return bytes && { bytes, peer: echo.conversation.peer, words: isText(bytes) ? wordsOfItsOwn : undefined, when };
}

/** The zero bytes of the buffer's rest after one of several pieces. */
function zeros(evidence: Evidence): Extra | null {
  const echo = failedEcho(evidence);
  const at = echo === null ? -1 : firstDifference(echo.sent, echo.received);
  if (echo === null || at <= 0 || !isEndOfWrite(echo.conversation.sent, at)) return null;
  const rest = echo.received.subarray(at);
  const length = rest.findIndex((byte) => byte !== 0);
  const bytes = length < 0 ? rest : rest.subarray(0, length);
  const when = { en: "behind a part of its message", id: "setelah sebagian pesannya" };
  return bytes.length < leastZeros ? null : { bytes, peer: echo.conversation.peer, when };
}

const leastZeros = 16;

function isText(bytes: Buffer): boolean {
  return /^[\p{L}\p{N}\p{P}\p{S}\p{Zs}\r\n\t]*\p{L}{2}[\p{L}\p{N}\p{P}\p{S}\p{Zs}\r\n\t]*$/u.test(bytes.toString());
}

const wrongReply = new Set(["reply-differs", "reply-too-long", "not-silent"]);

/** Whether both are equal as far as the shorter one goes. */
function isRestOf(sent: Buffer, received: Buffer): boolean {
  const shared = Math.min(sent.length, received.length);
  return sent.subarray(0, shared).equals(received.subarray(0, shared));
}
