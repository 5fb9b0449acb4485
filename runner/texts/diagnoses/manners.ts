import type { DiagnosisCode } from "../../model/diagnosis-codes.ts";
import type { DiagnosisText } from "../diagnoses.ts";

/** How a program starts, fails and ends in front of people. */
export const mannerTexts = {
  "no-reuseaddr": {
    name: { en: "Cannot start again at once", id: "Tidak bisa langsung dijalankan lagi" },
    idea: {
      en: "After a server closes a connection, its port stays in TIME_WAIT for a minute; without SO_REUSEADDR bind() is refused until then.",
      id: "Setelah server menutup koneksi, port-nya berada di TIME_WAIT selama sekitar satu menit; tanpa SO_REUSEADDR, bind() ditolak selama itu.",
    },
    look: {
      en: "Before bind(), call setsockopt(SOL_SOCKET, SO_REUSEADDR, 1); in Java setReuseAddress(true) on a socket not bound yet.",
      id: "Sebelum bind(), panggil setsockopt(SOL_SOCKET, SO_REUSEADDR, 1); di Java setReuseAddress(true) pada socket yang belum di-bind.",
    },
  },
  "ignores-interrupt": {
    name: { en: "Does not end on Ctrl-C", id: "Tidak berhenti saat Ctrl-C" },
    idea: {
      en: "Ctrl-C sends SIGINT: the person at the keyboard asks the program to end, whatever it is waiting for.",
      id: "Ctrl-C mengirim SIGINT: pengguna meminta program berhenti, apa pun yang sedang ditunggunya.",
    },
    look: {
      en: "Look for a bare except: that swallows KeyboardInterrupt, for a handler that only prints, and for threads that are not daemons.",
      id: "Cari except: tanpa jenis galat yang ikut menelan KeyboardInterrupt, handler yang hanya mencetak, dan thread yang bukan daemon.",
    },
  },
  traceback: {
    name: { en: "Shows a traceback to the user", id: "Menampilkan traceback kepada pengguna" },
    idea: {
      en: "What is to be expected (port in use, nobody there, Ctrl-C) deserves a sentence; a traceback is a message for the programmer.",
      id: "Hal yang wajar terjadi (port terpakai, server tidak ada, Ctrl-C) cukup dijelaskan dengan satu kalimat; traceback adalah pesan untuk pemrogram.",
    },
    look: {
      en: "Catch OSError where it arises, print one clear line to standard error, and exit with a status other than 0. After Ctrl-C (KeyboardInterrupt) just close what is open and end.",
      id: "Tangkap OSError di tempat munculnya, cetak satu baris yang jelas ke standard error, lalu keluar dengan status selain 0. Setelah Ctrl-C (KeyboardInterrupt) cukup tutup yang terbuka lalu selesai.",
    },
  },
  "swallows-error": {
    name: { en: "Hides an error", id: "Menyembunyikan galat" },
    idea: {
      en: "The exit status tells scripts and other programs whether it worked: 0 says yes, even when nothing did.",
      id: "Status keluar memberi tahu skrip dan program lain apakah semuanya berhasil: 0 berarti berhasil, walaupun sebenarnya gagal.",
    },
    look: {
      en: "After the message, end with sys.exit(1), exit(1) or process.exit(1), and do not go on as if nothing had happened.",
      id: "Setelah mencetak pesan, akhiri dengan sys.exit(1), exit(1), atau process.exit(1), jangan lanjut seolah tidak terjadi apa-apa.",
    },
  },
  "silent-error": {
    name: { en: "Fails without a word", id: "Gagal tanpa pesan" },
    idea: {
      en: "Somebody who sees nothing cannot know what to do: an error needs a line that says what failed.",
      id: "Pengguna yang tidak melihat pesan apa pun tidak tahu harus berbuat apa: galat perlu satu baris yang menyebutkan apa yang gagal.",
    },
    look: {
      en: "Look for except: pass and unchecked return values, and print what failed, with host and port, to standard error.",
      id: "Cari except: pass dan nilai kembalian yang tidak diperiksa, lalu cetak apa yang gagal, beserta host dan port, ke standard error.",
    },
  },
  "no-time-out": {
    name: { en: "Waits without a limit", id: "Menunggu tanpa batas waktu" },
    idea: {
      en: "The other side may never answer: a blocking recv or connect waits for it for ever, unless it is given a limit.",
      id: "Pihak lawan bisa jadi tidak pernah menjawab: recv atau connect akan menunggu selamanya kalau tidak diberi batas waktu.",
    },
    look: {
      en: "Call settimeout(seconds) before connect and recv (SO_RCVTIMEO in C, setSoTimeout in Java), and say so when it runs out.",
      id: "Panggil settimeout(detik) sebelum connect dan recv (SO_RCVTIMEO di C, setSoTimeout di Java), dan sampaikan kalau waktunya habis.",
    },
  },
} satisfies Partial<Record<DiagnosisCode, DiagnosisText>>;
