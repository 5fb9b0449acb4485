import type { Text } from "../model/text.ts";
import { byteCount } from "../texts/quantity.ts";
import { type Cause, type Evidence, strength } from "./evidence.ts";
import { type Extra, findExtra } from "./support/extra.ts";
import { quoted, subject } from "./support/phrases.ts";
import { standsInSource } from "./support/sources.ts";

/** The message came back with extra bytes before or after it, or bytes came unasked. */
export const extraBytes: Cause = {
  about: ["echo", "reply"],
  name: { en: "Sends more than came", id: "Mengirim lebih dari yang datang" },
  idea: {
    en: "recv says how many bytes came; the rest of the buffer is old or empty and is not part of the message.",
    id: "recv memberi tahu berapa byte yang datang; sisa buffer adalah data lama atau kosong dan bukan bagian dari pesan.",
  },
  look: {
    en: "Send only as many bytes as recv returned, not the size of the buffer, and leave out greetings and prefixes.",
    id: "Kirim hanya sebanyak byte yang dikembalikan recv, bukan sebesar ukuran buffer, dan jangan menambahkan salam atau awalan.",
  },
  find: (evidence) => {
    const extra = findExtra(evidence);
    if (extra === null) return null;
    const { bytes, peer } = extra;
    const when = places[extra.where];
    const [count, shown] = [byteCount(bytes.length), quoted(bytes)];
    return {
      strength: strength.likely,
      ...(extra.kind ? texts[extra.kind] : isOfStrlen(evidence, extra) && withoutZero),
      saw: {
        en: `${subject(evidence).en} sent ${peer} ${count.en} ${when.en}: ${shown.en}.`,
        id: `${subject(evidence).id} mengirim ${count.id} kepada ${peer} ${when.id}: ${shown.id}.`,
      },
    };
  },
};

/** The texts for a label before or after every message, such as "Echo: ". */
const addsWords = {
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
const speaksUnasked = {
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
    en: "recv stores no zero byte after the data: strlen() goes on counting in the memory after it.",
    id: "recv tidak menaruh byte nol di belakang data yang disimpannya: strlen() terus menghitung isi memori sesudahnya.",
  },
  look: {
    en: "Send as many bytes as recv returned: n = recv(...), then send(client, buffer, n, 0), without strlen().",
    id: "Kirim sebanyak byte yang dikembalikan recv: n = recv(...), lalu send(client, buffer, n, 0), tanpa strlen().",
  },
};

function isOfStrlen(evidence: Evidence, { where }: Extra): boolean {
  return where === "after" && standsInSource(evidence, /\bstrlen\s*\(/);
}

const sendsZero = {
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

const sendsBeyond = {
  name: { en: "Sends more than its text", id: "Mengirim lebih dari teksnya" },
  idea: {
    en: "send() and write() send as many bytes as they are told: a number larger than the text sends what lies behind it in memory.",
    id: "send() dan write() mengirim sebanyak byte yang disebut: bilangan yang lebih besar dari teksnya ikut mengirim isi memori di belakangnya.",
  },
  look: {
    en: "Send strlen(text) bytes: send(fd, text, strlen(text), 0), not a fixed number or the size of an array.",
    id: "Kirim strlen(teks) byte: send(fd, teks, strlen(teks), 0), bukan bilangan tetap atau ukuran array.",
  },
};

const sendsLength = {
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

const answersTooOften = {
  name: { en: "Answers more often than it was asked", id: "Membalas lebih sering daripada ditanya" },
  idea: {
    en: "One request may be made of several lines, and gets one answer: what belongs to it, such as a length, is no request of its own.",
    id: "Satu permintaan bisa terdiri dari beberapa baris dan mendapat satu balasan: bagian-bagiannya, misalnya panjang, bukan permintaan tersendiri.",
  },
  look: {
    en: "Read a request to its end, as the handout describes it, before you answer.",
    id: "Baca permintaan sampai selesai, sesuai penjelasan di modul praktikum, sebelum membalas.",
  },
};

const sendsCopies = {
  name: { en: "Sends the same message again", id: "Mengirim pesan yang sama lagi" },
  idea: {
    en: "What recv returned is sent once. A loop that sends goes on until its condition changes, and only the next recv changes that.",
    id: "Hasil recv dikirim satu kali. Perulangan yang mengirim berjalan terus sampai syaratnya berubah, dan hanya recv berikutnya yang mengubahnya.",
  },
  look: {
    en: "See what sends it again: a loop such as while data: must call recv inside of it, and no second line may send the same data.",
    id: "Cari yang mengirimnya lagi: perulangan seperti while data: harus memanggil recv di dalamnya, dan tidak boleh ada baris kedua yang mengirim data yang sama.",
  },
};

/** The texts that replace those of the cause if the extra bytes are not the rest of a buffer. */
const texts: Record<NonNullable<Extra["kind"]>, Pick<Cause, "name" | "idea" | "look">> = {
  greeting: speaksUnasked,
  words: addsWords,
  zero: sendsZero,
  beyond: sendsBeyond,
  length: sendsLength,
  answers: answersTooOften,
  copies: sendsCopies,
};

const places: Record<Extra["where"], Text> = {
  unasked: { en: "before anything was sent to it", id: "sebelum ada yang dikirim kepadanya" },
  before: { en: "before its own message", id: "sebelum pesannya sendiri" },
  "before-words": { en: "before its own words", id: "sebelum kata-katanya" },
  after: { en: "after its own message", id: "setelah pesannya sendiri" },
  among: { en: "among the bytes of its own message", id: "di antara byte pesannya sendiri" },
  "behind-a-part": { en: "behind a part of its message", id: "setelah sebagian pesannya" },
  "before-answer": { en: "before the answer", id: "sebelum balasannya" },
  again: { en: "a second time", id: "untuk kedua kalinya" },
  repeated: { en: "more, the same again and again", id: "lagi, yang sama berulang-ulang" },
};
