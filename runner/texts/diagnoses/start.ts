import type { DiagnosisCode } from "../../model/diagnosis-codes.ts";
import type { DiagnosisText } from "../diagnoses.ts";

/** Why a program never got as far as its first client or server. */
export const startTexts = {
  "no-program": {
    name: { en: "Program not found", id: "Program tidak ditemukan" },
    idea: {
      en: "The grader finds a program by its file name, and failing that by what its source does.",
      id: "Penguji mencari program dari nama berkasnya; kalau tidak ada yang cocok, dari apa yang dilakukan kodenya.",
    },
    look: {
      en: "Check that the file is in what you handed in, and give it a clear name such as server.py or client.py.",
      id: "Pastikan berkasnya ikut dikumpulkan, lalu beri nama yang jelas, misalnya server.py atau client.py.",
    },
  },
  "build-failed": {
    name: { en: "Does not build", id: "Gagal dikompilasi" },
    idea: {
      en: "Before a program can run, every line of it must be valid in its language; one typing error stops all of it.",
      id: "Sebelum dapat dijalankan, setiap baris program harus sah menurut bahasanya; satu salah ketik menghentikan semuanya.",
    },
    look: {
      en: "Read the first message above, mend the line it names, and build again on your own machine before handing in.",
      id: "Baca pesan pertama di atas, perbaiki baris yang disebutnya, lalu kompilasi ulang di komputer Anda sebelum mengumpulkan.",
    },
  },
  python2: {
    name: { en: "Written for Python 2", id: "Ditulis untuk Python 2" },
    idea: {
      en: "Python 2 has not been maintained since 2020. In Python 3 print is a function, and sockets carry bytes, not text.",
      id: "Python 2 sudah tidak dipelihara sejak 2020. Di Python 3, print adalah fungsi dan socket membawa bytes, bukan teks.",
    },
    look: {
      en: "Write print(…) with brackets, input() for raw_input(), send text.encode() and read data.decode(). Run it with python3.",
      id: "Tulis print(…) dengan tanda kurung, input() alih-alih raw_input(), kirim teks.encode() dan baca data.decode(). Jalankan dengan python3.",
    },
  },
  crashed: {
    name: { en: "Crashed", id: "Program berhenti karena galat" },
    idea: {
      en: "An error that nobody handles ends the whole program, and with it every connection it holds.",
      id: "Galat yang tidak ditangani menghentikan seluruh program, beserta semua koneksi yang sedang dipegangnya.",
    },
    look: {
      en: "Read the last lines it printed: they name the error and the line. Handle what the other side may cause, per client.",
      id: "Baca baris-baris terakhir yang dicetaknya: di situ disebut galat dan barisnya. Tangani galat yang bisa ditimbulkan pihak lawan, untuk setiap client.",
    },
  },
  "not-listening": {
    name: { en: "Never listens", id: "Tidak pernah listen" },
    idea: {
      en: "A TCP server needs socket(), bind(), listen() and then accept(): until listen() is called, every client is refused.",
      id: "Server TCP memerlukan socket(), bind(), listen(), lalu accept(): sebelum listen() dipanggil, setiap client ditolak.",
    },
    look: {
      en: "Check that listen() is really reached, and on the same socket that you bound. Does anything before it wait or return?",
      id: "Periksa apakah listen() benar-benar tercapai, dan pada socket yang sama dengan yang di-bind. Adakah sesuatu sebelumnya yang menunggu atau keluar?",
    },
  },
  "wrong-port": {
    name: { en: "Uses another port", id: "Memakai port lain" },
    idea: {
      en: "The port is the door that both sides agree on; a program that ignores the one it is told meets nobody there.",
      id: "Port adalah pintu yang disepakati kedua pihak; program yang mengabaikan port yang diberikan tidak akan bertemu siapa pun.",
    },
    look: {
      en: "Read the port from the command line, turn it into a number, and give that very number to bind() or connect().",
      id: "Ambil port dari baris perintah, ubah menjadi bilangan, lalu berikan bilangan itu kepada bind() atau connect().",
    },
  },
  "wrong-address": {
    name: { en: "Uses another address", id: "Memakai alamat lain" },
    idea: {
      en: "A socket bound to one address is reached at that address alone; the address of your own machine exists nowhere else.",
      id: "Socket yang terikat pada satu alamat hanya dapat dihubungi lewat alamat itu; alamat komputer Anda tidak ada di komputer lain.",
    },
    look: {
      en: "Use localhost (127.0.0.1) or, in a server, '' or 0.0.0.0 for every address, instead of an address typed into the source.",
      id: "Pakai localhost (127.0.0.1) atau, untuk server, '' atau 0.0.0.0 agar menerima dari semua alamat, bukan alamat yang ditulis tetap di kode.",
    },
  },
  "waits-for-keyboard": {
    name: { en: "Waits for the keyboard", id: "Menunggu masukan keyboard" },
    idea: {
      en: "A program that talks over the network must do so with nobody sitting at it: while it waits for a key, it does nothing else.",
      id: "Program jaringan harus bekerja tanpa ada orang di depannya: selama menunggu ketikan, ia tidak melakukan hal lain.",
    },
    look: {
      en: "Find input(), scanf() or Scanner and take the value from the command line, or leave the question out.",
      id: "Cari input(), scanf(), atau Scanner, lalu ambil nilainya dari baris perintah atau hilangkan pertanyaannya.",
    },
  },
} satisfies Partial<Record<DiagnosisCode, DiagnosisText>>;
