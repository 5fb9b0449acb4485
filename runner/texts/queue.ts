import type { Text } from "../model/text.ts";

/** Sentences about a queue and its workers. */
export const queueTexts = {
  through: (address: string): Text => ({
    en: `through the queue at ${address}`,
    id: `melalui antrean di ${address}`,
  }),
  lost: (address: string): Text => ({
    en: `note: the queue at ${address} does not answer: waiting for it`,
    id: `catatan: antrean di ${address} tidak menjawab: menunggu`,
  }),
  back: (address: string): Text => ({
    en: `note: the queue at ${address} answers again`,
    id: `catatan: antrean di ${address} menjawab lagi`,
  }),
  noWorkers: {
    en: "note: no worker grades from this queue yet; the hand-ins wait in it: start `wirecheck worker`",
    id: "catatan: belum ada worker di antrean ini; tugas-tugas menunggu di dalamnya: jalankan `wirecheck worker`",
  },
  noneFits: (reasons: readonly string[]): Text => ({
    en: `note: no worker at this queue may grade these hand-ins, which wait in it: ${reasons.join("; ")}`,
    id: `catatan: tidak ada worker di antrean ini yang boleh menilai tugas-tugas ini, yang menunggu di dalamnya: ${reasons.join("; ")}`,
  }),
  worker: (host: string, why: string) => `the worker on ${host} ${why}`,
  workersNow: (count: number): Text => ({
    en: `note: ${count} ${count === 1 ? "worker grades" : "workers grade"} from this queue now`,
    id: `catatan: kini ada ${count} worker di antrean ini`,
  }),
  goesOn: {
    en: "Workers go on with what is in the queue; the same command collects it.",
    id: "Worker melanjutkan tugas yang sudah ada di antrean; perintah yang sama mengambil hasilnya.",
  },
  quarantined: {
    en: "Three workers died while they graded it, the last two with nothing else in hand: it is set aside. Grade it without --queue, on a machine that may fail.",
    id: "Tiga worker mati ketika menilainya, dua yang terakhir tanpa tugas lain: tugas ini disisihkan. Nilailah tanpa --queue, di mesin yang boleh gagal.",
  },
  refused: (reason: string): Text => ({
    en: `A worker refused it: ${reason}.`,
    id: `Sebuah worker menolaknya: ${reason}.`,
  }),
  forgedOnce: (path: string): Text => ({
    en: `note: a result for ${path} is not signed with the course key: it is refused, and the hand-in is graded again. Another program writes into this queue`,
    id: `catatan: hasil untuk ${path} tidak ditandatangani dengan kunci mata kuliah: hasil itu ditolak dan tugasnya dinilai lagi. Ada pihak lain yang menulis ke antrean ini`,
  }),
  forged: {
    en: "Again and again a result came for it that is not signed with the course key: another program writes into the queue.",
    id: "Berkali-kali datang hasil yang tidak ditandatangani dengan kunci mata kuliah: ada pihak lain yang menulis ke antrean.",
  },
  tooMuch: {
    en: "It is too large for a queue: grade it without --queue.",
    id: "Tugas ini terlalu besar untuk antrean: nilailah tanpa --queue.",
  },
};
