import type { DiagnosisCode } from "../../model/diagnosis-codes.ts";
import type { DiagnosisText } from "../diagnoses.ts";

/** TCP taken for a series of messages: where one read, one write or one close is too few, too many or too early. */
export const streamTexts = {
  "reads-once": {
    name: { en: "Reads only once", id: "Hanya membaca sekali" },
    idea: {
      en: "TCP is a stream of bytes: one send may arrive as several recv, and one recv may hold several sends.",
      id: "TCP adalah aliran byte: satu send bisa tiba sebagai beberapa recv, dan satu recv bisa memuat beberapa send.",
    },
    look: {
      en: "Call recv in a loop, handling each part as it comes, until recv returns no bytes at all: then the other side has finished.",
      id: "Panggil recv di dalam perulangan dan olah setiap bagian begitu datang, sampai recv tidak mengembalikan byte sama sekali: artinya pihak lawan sudah selesai mengirim.",
    },
  },
  "waits-for-more": {
    name: { en: "Waits for bytes that never come", id: "Menunggu byte yang tidak pernah datang" },
    idea: {
      en: "TCP does not mark where a message ends: whoever waits for a full buffer, a newline or the end may wait for ever.",
      id: "TCP tidak menandai akhir pesan: program yang menunggu buffer penuh, baris baru, atau akhir data bisa menunggu selamanya.",
    },
    look: {
      en: "Read with a call that returns what is there (recv, read), not one that waits for a line, an exact number or the end.",
      id: "Bacalah dengan fungsi yang langsung mengembalikan data yang ada (recv, read), bukan yang menunggu satu baris, jumlah tertentu, atau akhir data.",
    },
  },
  "partial-send": {
    name: { en: "Sends only a part", id: "Hanya mengirim sebagian" },
    idea: {
      en: "send() may take only some of the bytes, as many as the buffer has room for, and returns how many it took.",
      id: "send() bisa jadi hanya mengambil sebagian byte, sebanyak ruang di buffer, lalu mengembalikan jumlah yang diambilnya.",
    },
    look: {
      en: "Use sendall() in Python; elsewhere call send or write again for the rest until everything is gone.",
      id: "Di Python gunakan sendall(); di bahasa lain panggil lagi send atau write untuk sisanya sampai semuanya terkirim.",
    },
  },
  "closes-early": {
    name: { en: "Closes too early", id: "Menutup terlalu cepat" },
    idea: {
      en: "close() ends the conversation for both sides: what the other one still sends or waits for is lost.",
      id: "close() mengakhiri percakapan bagi kedua pihak: data yang masih dikirim atau ditunggu pihak lawan akan hilang.",
    },
    look: {
      en: "Close only when recv has returned no bytes and everything that came was answered; see where else close is reached.",
      id: "Tutuplah hanya setelah recv tidak mengembalikan byte lagi dan semua data sudah dibalas; periksa jalur lain yang sampai ke close.",
    },
  },
  "never-closes": {
    name: { en: "Never closes", id: "Tidak pernah menutup" },
    idea: {
      en: "For the reader, the end of a stream is the other side's close: without it, a client that reads to the end waits for ever.",
      id: "Bagi pembaca, akhir aliran data adalah saat pihak lawan menutupnya: tanpa itu, client yang membaca sampai habis menunggu selamanya.",
    },
    look: {
      en: "When recv returns no bytes, leave the loop and close that client's socket; a with block or finally closes it on every path.",
      id: "Saat recv tidak mengembalikan byte, keluarlah dari perulangan dan tutup socket client itu; blok with atau finally menutupnya di semua jalur.",
    },
  },
  truncates: {
    name: { en: "Cuts the data off", id: "Memotong data" },
    idea: {
      en: "A buffer holds so many bytes at a time; what is longer than it does not vanish by itself but must be read too.",
      id: "Satu buffer hanya memuat sejumlah byte; data yang lebih panjang tidak hilang dengan sendirinya, tetapi harus ikut dibaca.",
    },
    look: {
      en: "TCP: go on reading after a full buffer. UDP: give recvfrom room for the largest datagram, 65 507 bytes.",
      id: "TCP: teruskan membaca setelah buffer penuh. UDP: beri recvfrom ruang untuk datagram terbesar, 65 507 byte.",
    },
  },
} satisfies Partial<Record<DiagnosisCode, DiagnosisText>>;
