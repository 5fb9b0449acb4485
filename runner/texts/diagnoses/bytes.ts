import type { DiagnosisCode } from "../../model/diagnosis-codes.ts";
import type { DiagnosisText } from "../diagnoses.ts";

/** Bytes taken for text, or changed on their way. */
export const byteTexts = {
  "decodes-bytes": {
    name: { en: "Takes every byte for text", id: "Menganggap semua byte sebagai teks" },
    idea: {
      en: "A socket carries bytes. Not every sequence of bytes is text, so decoding them can fail or change them.",
      id: "Socket membawa byte. Tidak semua deretan byte merupakan teks, sehingga proses decode bisa gagal atau mengubah isinya.",
    },
    look: {
      en: "Send back the very bytes that recv returned, without decode and encode; decode only a copy that you print.",
      id: "Kirim kembali byte persis seperti yang dikembalikan recv, tanpa decode dan encode; decode hanya salinan yang akan dicetak.",
    },
  },
  "splits-characters": {
    name: { en: "Decodes half characters", id: "Men-decode karakter yang terpotong" },
    idea: {
      en: "In UTF-8 a character may take up to four bytes, and a recv may end in the middle of one.",
      id: "Dalam UTF-8 satu karakter bisa memakan sampai empat byte, dan satu recv bisa berakhir di tengahnya.",
    },
    look: {
      en: "Collect the bytes first and decode them when the message is whole, or use an incremental decoder (codecs, TextDecoder with stream).",
      id: "Kumpulkan dulu byte-nya dan decode setelah pesan lengkap, atau gunakan decoder bertahap (codecs, TextDecoder dengan stream).",
    },
  },
  "counts-characters": {
    name: { en: "Counts characters, not bytes", id: "Menghitung karakter, bukan byte" },
    idea: {
      en: "The length of a text counts characters; the network counts bytes: ☕ is one character and three bytes.",
      id: "Panjang teks dihitung dalam karakter, sedangkan jaringan menghitung byte: ☕ adalah satu karakter tetapi tiga byte.",
    },
    look: {
      en: "Encode first, then take the length: len(message.encode()), and compare that with the bytes received.",
      id: "Encode dulu, baru hitung panjangnya: len(pesan.encode()), lalu bandingkan dengan jumlah byte yang diterima.",
    },
  },
  "wrong-bytes": {
    name: { en: "Changes the bytes", id: "Mengubah isi byte" },
    idea: {
      en: "An echo gives back exactly what came, byte by byte: no prefix, no trimming, no other case or encoding.",
      id: "Echo mengembalikan persis apa yang datang, byte demi byte: tanpa awalan, tanpa dipangkas, tanpa mengubah huruf atau encoding.",
    },
    look: {
      en: "Follow the data from recv to send and find what changes it: strip, upper, format, replace, another encoding.",
      id: "Telusuri data dari recv sampai send dan cari yang mengubahnya: strip, upper, format, replace, atau encoding lain.",
    },
  },
  "extra-bytes": {
    name: { en: "Sends more than came", id: "Mengirim lebih dari yang datang" },
    idea: {
      en: "recv says how many bytes came; the rest of the buffer is old or empty and belongs to nobody.",
      id: "recv memberi tahu berapa byte yang datang; sisa buffer adalah data lama atau kosong dan bukan bagian dari pesan.",
    },
    look: {
      en: "Send only as many bytes as recv returned, not the size of the buffer, and leave out greetings and prefixes.",
      id: "Kirim hanya sebanyak byte yang dikembalikan recv, bukan sebesar ukuran buffer, dan jangan menambahkan salam atau awalan.",
    },
  },
  "adds-newline": {
    name: { en: "Adds a newline", id: "Menambahkan baris baru" },
    idea: {
      en: "A newline is a byte like any other: println and its like put one on the wire that the other side never sent.",
      id: "Baris baru juga sebuah byte: println dan sejenisnya mengirim byte itu padahal pihak lawan tidak mengirimnya.",
    },
    look: {
      en: 'Use write or print without the newline, and look for + "\\n" where you send.',
      id: 'Pakai write atau print tanpa baris baru, dan cari + "\\n" di tempat Anda mengirim.',
    },
  },
  "hard-coded-reply": {
    name: { en: "The reply is fixed in the source", id: "Balasan ditulis tetap di kode" },
    idea: {
      en: "An answer that is always the same cannot be an answer to what was asked.",
      id: "Jawaban yang selalu sama tidak mungkin merupakan jawaban atas apa yang ditanyakan.",
    },
    look: {
      en: "Find the text that is written into the source, and build the reply from what was received or looked up instead.",
      id: "Cari teks yang ditulis tetap di kode, lalu susun balasan dari data yang diterima atau hasil pencarian.",
    },
  },
} satisfies Partial<Record<DiagnosisCode, DiagnosisText>>;
