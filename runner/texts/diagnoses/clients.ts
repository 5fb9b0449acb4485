import type { DiagnosisCode } from "../../model/diagnosis-codes.ts";
import type { DiagnosisText } from "../diagnoses.ts";

/** More than one client, and clients that do not behave. */
export const clientTexts = {
  "one-client-only": {
    name: { en: "Serves one client only", id: "Hanya melayani satu client" },
    idea: {
      en: "accept() gives one connection. A server that is to serve the next client too must come back to accept().",
      id: "accept() menghasilkan satu koneksi. Agar client berikutnya juga dilayani, server harus kembali ke accept().",
    },
    look: {
      en: "Put accept() into a loop of its own, and close only the client's socket in it, never the listening one.",
      id: "Letakkan accept() di dalam perulangan, dan di situ tutup hanya socket milik client, jangan socket yang listen.",
    },
  },
  "one-at-a-time": {
    name: { en: "Serves one client at a time", id: "Melayani client satu per satu" },
    idea: {
      en: "While one thread is blocked in recv for a silent client, it cannot accept or answer any other.",
      id: "Selama satu thread tertahan di recv menunggu client yang diam, ia tidak dapat menerima atau membalas client lain.",
    },
    look: {
      en: "Start a thread for each connection after accept(), or let select, asyncio or an event loop wait for all of them at once.",
      id: "Jalankan satu thread untuk setiap koneksi setelah accept(), atau gunakan select, asyncio, atau event loop untuk menunggu semuanya sekaligus.",
    },
  },
  "answers-wrong-sender": {
    name: { en: "Answers the wrong one", id: "Membalas pengirim yang salah" },
    idea: {
      en: "Each client has a socket (TCP) or an address (UDP) of its own; data kept in a shared variable reaches whoever came last.",
      id: "Setiap client punya socket (TCP) atau alamat (UDP) sendiri; data yang disimpan di variabel bersama akan sampai ke client yang terakhir datang.",
    },
    look: {
      en: "Send to the address that this very recvfrom returned, and keep each client's data in local variables of its handler.",
      id: "Kirim ke alamat yang dikembalikan oleh recvfrom itu juga, dan simpan data setiap client di variabel lokal fungsi penanganannya.",
    },
  },
  "dies-on-reset": {
    name: { en: "Dies of a client's reset", id: "Mati karena koneksi di-reset client" },
    idea: {
      en: "A client may vanish at any moment. recv and send then fail with connection reset or broken pipe, and that is no reason to stop.",
      id: "Client bisa hilang kapan saja. recv dan send lalu gagal dengan connection reset atau broken pipe, dan itu bukan alasan untuk berhenti.",
    },
    look: {
      en: "Handle the error around recv and send of one client (except OSError in Python, ignore SIGPIPE in C, on('error') in Node) and go on to the next.",
      id: "Tangani galat di sekitar recv dan send untuk satu client (except OSError di Python, abaikan SIGPIPE di C, on('error') di Node), lalu lanjutkan ke client berikutnya.",
    },
  },
  "dies-on-empty": {
    name: { en: "Dies when nothing was sent", id: "Mati saat tidak ada data" },
    idea: {
      en: "A client may connect and leave without a word, and a datagram may be empty: recv then returns no bytes, which is no error.",
      id: "Client bisa terhubung lalu pergi tanpa mengirim apa-apa, dan datagram bisa kosong: recv mengembalikan nol byte, dan itu bukan galat.",
    },
    look: {
      en: "Look for data[0], split()[1], int(data) and the like, and ask first whether anything came at all.",
      id: "Cari data[0], split()[1], int(data), dan sejenisnya, lalu periksa dulu apakah memang ada data yang datang.",
    },
  },
} satisfies Partial<Record<DiagnosisCode, DiagnosisText>>;
