import { languageTitled } from "../../launchers/source-language.ts";
import type { BlockedPlace, Evidence, Finding } from "../evidence.ts";
import { loopAround } from "./loop-body.ts";
import { codeOf } from "./source-code.ts";
import { sourcesOf, standsInSource } from "./sources.ts";
import { takesNothing, untaken } from "./takes-nothing.ts";

/** Why it waits, if the line shows it; undefined if the cause's own texts fit. */
export function whyItWaits(
  reader: BlockedPlace,
  sent: Buffer,
  isFull: boolean,
  evidence: Evidence,
): Pick<Finding, "name" | "idea" | "look"> {
  if (isFull) return shortIsNoEnd;
  if (answersAtTheEnd(evidence)) return untilTheEvent;
  if (takesNothing(evidence)) return untaken;
  if (readsLines(reader) && !sent.includes("\n")) return insteadOfLines;
  const line = reader.location?.text ?? "";
  if (readsFrames.test(line)) return ownFrames;
  if (readsItAll.test(line)) return untilItsEnd;
  // It may have read a whole message, passed it over, and wait for the next one's header.
  if (evidence.talk !== "echo" && readsAHeader.test(line)) return passedOver;
  if (waitsForAll.test(line) && evidence.talk !== "echo") return { look: thatMany };
  if (waitsForAll.test(line) || (reader.location === null && readsAllAlone(evidence))) return {};
  return readsToTheEnd(reader, evidence) ? untilTheEnd : passedOver;
}

/** Whether the line at which it waits reads up to a newline. */
export function readsLines({ location }: BlockedPlace): boolean {
  return /read_?line|readuntil|next_?line|fgets|getline|makefile|scan|for .* in .*file|read_string|readstring|bufferedreader/i.test(
    location?.text ?? "",
  );
}

/** Whether the message filled the buffer of a recv(), and the source treats a partly filled one as the end. */
export function isFullBuffer(sent: Buffer, evidence: Evidence): boolean {
  return sourcesOf(evidence).some(({ file, text }) => {
    const code = codeOf(file, text);
    return [...code.matchAll(readsInto)].some(([, name = "", size = ""]) => {
      if (Number(size) < 2 || sent.length % Number(size) !== 0) return false;
      const shorter = `(?:\\blen\\(\\s*${name}\\s*\\)|\\b${name}(?:\\.length)?)\\s*(?:<|!=)\\s*(?:${size}\\b|sizeof|[A-Z_]{2,}\\b)`;
      return new RegExp(shorter).test(code);
    });
  });
}

/** What a call that reads at most a number of bytes returns: the bytes, or how many. */
const readsInto = /\b(\w+)\s*=\s*(?:[\w.]+\.)?(?:recv|read)\w*\((?:\w+, *)*(\d+)/g;

const shortIsNoEnd = {
  name: { en: "A short recv is taken for the end", id: "recv yang pendek dianggap akhir pesan" },
  idea: {
    en: "How many bytes recv returns says nothing of where a message ends: this one filled the buffer exactly, and nothing came after it.",
    id: "Banyaknya byte dari recv tidak memberi tahu akhir pesan: pesan ini tepat memenuhi buffer, dan tidak ada lagi yang datang sesudahnya.",
  },
  look: {
    en: "Do not compare what recv returned with the size of the buffer: answer each part as it comes, or take a buffer as large as the largest message.",
    id: "Jangan membandingkan hasil recv dengan ukuran buffer: balaslah setiap bagian begitu datang, atau pakai buffer sebesar pesan terbesar.",
  },
};

/** The texts for one that reads lines, where the message has none. */
export const insteadOfLines = {
  look: {
    en: "This line waits for a newline, and the message has none. Read with recv or read, which return what is there, and answer that.",
    id: "Baris ini menunggu baris baru, sedangkan pesannya tidak memilikinya. Bacalah dengan recv atau read, yang mengembalikan data yang ada, lalu balas.",
  },
};

/** The texts if the program may wait in vain, or may have skipped the message: from outside the two look the same. */
const passedOver = {
  name: { en: "Read the message and did not answer", id: "Membaca pesan tanpa membalas" },
  idea: {
    en: "Either the program waits for more than will come (a full buffer, a mark, the end), or nothing in it answers a message like this one.",
    id: "Entah program menunggu lebih dari yang akan datang (buffer penuh, suatu tanda, akhir data), entah tidak ada bagian program yang membalas pesan seperti ini.",
  },
  look: {
    en: "Follow this message from recv to send: which condition or loop keeps the answer from being sent?",
    id: "Telusuri pesan ini dari recv sampai send: kondisi atau perulangan mana yang menahan balasannya?",
  },
};

/** The advice where messages have lengths, and a program is right to wait for as many bytes. */
const thatMany = {
  en: "Print how many bytes this line waits for, and compare that with what the handout says of the message: the length of its header, and of what follows.",
  id: "Cetak berapa byte yang ditunggu baris ini, lalu bandingkan dengan penjelasan pesannya di modul praktikum: panjang header, dan panjang isi sesudahnya.",
};

/** Whether the function for the end of a stream sends, and the one for its data only prints or collects. */
function answersAtTheEnd(evidence: Evidence): boolean {
  if (evidence.language !== "JavaScript") return false;
  const parts = sourcesOf(evidence).flatMap(({ text }) => text.split(/\.on\s*\(\s*(?=["'`])/).slice(1));
  const [ofEnd, ofData] = ["end", "data"].map((event) =>
    parts.filter((part) => new RegExp(`^["'\`]${event}["'\`]`).test(part)),
  );
  const calls = /\b(\w+)\s*\(/g;
  const collects = (part: string) => [...part.matchAll(calls)].every(([, name = ""]) => harmless.has(name));
  return (
    ofEnd?.some((part) => /\.(?:write|end)\s*\(/.test(part)) === true && ofData?.length === 1 && ofData.every(collects)
  );
}

/** Calls in a function for data that send nothing. */
const harmless = new Set([
  "log",
  "error",
  "push",
  "concat",
  "toString",
  "String",
  "from",
  "trim",
  "decode",
  "listen",
  "data",
]);

const untilTheEvent = {
  name: { en: "Answers only at the end", id: "Baru membalas di akhir" },
  idea: {
    en: "'end' comes only when the other side has ended its sending. One that waits for the answer has not: both wait.",
    id: "'end' baru datang setelah pihak lawan selesai mengirim. Pihak yang menunggu balasan belum selesai: keduanya saling menunggu.",
  },
  look: {
    en: "Answer in the function for 'data', where the message is there.",
    id: "Balaslah di fungsi untuk 'data', saat pesannya sudah ada.",
  },
};

/** Calls of Java that expect the format of their counterparts: a length or a header before the data. */
const readsFrames = /\bread(?:UTF|Object|Int|Long|Short)\s*\(/;

const ownFrames = {
  idea: {
    en: "readUTF(), readInt() and readObject() expect a length or header that only Java's own writers put before the data: what another program sends is taken for that.",
    id: "readUTF(), readInt(), dan readObject() mengharapkan panjang atau header yang hanya ditulis Java sendiri di depan data: kiriman program lain dianggap sebagai itu.",
  },
  look: {
    en: "Read the bytes as they come: n = in.read(buffer), and write out.write(buffer, 0, n).",
    id: "Baca byte sebagaimana datangnya: n = in.read(buffer), lalu tulis out.write(buffer, 0, n).",
  },
};

/** Whether the program's only reading call waits for all bytes. */
function readsAllAlone(evidence: Evidence): boolean {
  const all = /\b(?:read_to_end|read_to_string|ReadAll|readAllBytes|read_exact|MSG_WAITALL)\b/;
  return standsInSource(evidence, all) && !standsInSource(evidence, /\b(?:recv\w*|read|Read|read_line|lines)\s*\(/);
}

/** Whether the loop in which it reads sends nothing, and ends only at the end of the stream. */
function readsToTheEnd({ location }: BlockedPlace, { files, language }: Evidence): boolean {
  const loop = location === null ? null : loopAround(files, location);
  const sends = languageTitled(language)?.source.sends;
  if (loop === null || sends === undefined || loop.some((line) => sends.test(line))) return false;
  return loop.some((line) => /\bbreak\b/.test(line) || /^\s*while\b.*(?:>|!=|:=)/.test(line));
}

const untilTheEnd = {
  name: { en: "Reads to the end before it answers", id: "Membaca sampai akhir sebelum membalas" },
  idea: {
    en: "recv returns no bytes only when the other side has ended its sending. One that waits for the answer has not: both wait.",
    id: "recv mengembalikan nol byte hanya setelah pihak lawan selesai mengirim. Pihak yang menunggu balasan belum selesai: keduanya saling menunggu.",
  },
  look: {
    en: "Answer inside the loop, each part as it comes, or leave the loop as soon as the message is there.",
    id: "Balas di dalam perulangan, setiap bagian begitu datang, atau keluarlah dari perulangan begitu pesannya lengkap.",
  },
};

/** Calls that return only at the end of the stream. */
const readsItAll = /\b(?:read_to_end|read_to_string|ReadAll|readAllBytes)\b/;

const untilItsEnd = {
  ...untilTheEnd,
  look: {
    en: "This call returns only at the end. Read with a call that returns what is there (read, recv) until the message is complete, and answer.",
    id: "Pemanggilan ini baru selesai di akhir aliran. Bacalah dengan pemanggilan yang mengembalikan data yang ada (read, recv) sampai pesannya lengkap, lalu balas.",
  },
};

/** A call that reads as few bytes as a length or a kind takes up. */
const readsAHeader = /\bre(?:ad|cv)\w*\((?:\w+, *)?[1-8]\)/;

/** Calls that return only after a given number of bytes, or all of them. */
const waitsForAll =
  /MSG_WAITALL|recv_?exact|readexactly|read_exact|readFully|readNBytes|ReadFull|readAll|read_to_end|\.read\(/i;
