import type { Text } from "../model/text.ts";

/** The words of the pages on similar hand-ins, and of the command that makes them. */
export const similarTexts = {
  title: { en: "Similar hand-ins", id: "Tugas yang mirip" },
  about: {
    en: "Passages that two hand-ins share, without those that many of the class share. Names, comments and white space do not count. This proves nothing: read both before you ask anybody.",
    id: "Bagian yang sama pada dua tugas, di luar yang sama pada banyak mahasiswa. Nama, komentar, dan spasi tidak dihitung. Ini bukan bukti: baca keduanya sebelum bertanya kepada siapa pun.",
  },
  none: { en: "No two hand-ins are much alike.", id: "Tidak ada dua tugas yang sangat mirip." },
  similarity: { en: "In common", id: "Yang sama" },
  first: { en: "One", id: "Yang satu" },
  second: { en: "The other", id: "Yang lain" },
  passages: { en: "Passages", id: "Bagian" },
  sideBySide: { en: "side by side", id: "berdampingan" },
  allPairs: { en: "All pairs", id: "Semua pasangan" },
  unread: { en: "Without a source that can be read", id: "Tanpa kode sumber yang dapat dibaca" },
  said: (pairs: number, compared: number, file: string): Text => ({
    en: `${pairs} ${pairs === 1 ? "pair" : "pairs"} of ${compared} hand-ins ${pairs === 1 ? "is" : "are"} much alike: ${file}`,
    id: `${pairs} pasangan dari ${compared} tugas sangat mirip: ${file}`,
  }),
} as const;
