import type { Text } from "../model/text.ts";

/** Sentences about a class as a whole. */
export const classTexts = {
  noStudent: {
    en: "no student of the roster has this name or number",
    id: "tidak ada mahasiswa di daftar dengan nama atau nomor ini",
  },
  severalStudents: (ids: readonly string[]): Text => ({
    en: `it could be from any of ${ids.join(", ")}`,
    id: `bisa jadi milik salah satu dari ${ids.join(", ")}`,
  }),
  perhapsStudent: (id: string): Text => ({
    en: `it may be from ${id}, but that is not certain`,
    id: `mungkin milik ${id}, tetapi belum pasti`,
  }),
  sameName: (id: string): Text => ({
    en: `the platform has several people of this name, and the roster only ${id}`,
    id: `di platform ada beberapa orang dengan nama ini, tetapi di daftar hanya ${id}`,
  }),
  unknownMember: (who: string, why: Text): Text => ({
    en: `the others of the group are graded; ${who}: ${why.en}`,
    id: `anggota kelompok yang lain dinilai; ${who}: ${why.id}`,
  }),
  perhapsTheirs: {
    en: "It is not clear whether one of the hand-ins is from this student: the mark is open until that is decided.",
    id: "Belum jelas apakah salah satu tugas yang dikumpulkan berasal dari mahasiswa ini: nilainya menunggu keputusan.",
  },
  ownersRemedy: {
    en: "Say whose they are with --owners: a CSV with the columns path,student (- is nobody of this class). Until then those who may have handed them in stay blank.",
    id: "Sebutkan pemiliknya dengan --owners: CSV dengan kolom path,student (- berarti bukan dari kelas ini). Sampai saat itu, nilai mahasiswa yang mungkin mengumpulkannya tetap kosong.",
  },
  notYet: {
    en: "It was not graded yet: run `wirecheck grade` again.",
    id: "Belum dinilai: jalankan `wirecheck grade` lagi.",
  },
  changed: {
    en: "Its files were changed while it was graded: run `wirecheck grade` again.",
    id: "Berkasnya diubah selama penilaian: jalankan `wirecheck grade` lagi.",
  },
  unread: {
    damaged: {
      en: "Its result file is damaged: run `wirecheck grade` again.",
      id: "Berkas hasilnya rusak: jalankan `wirecheck grade` lagi.",
    },
    newer: {
      en: "Its result was written by a newer wirecheck: use that one, or run `wirecheck grade` again.",
      id: "Hasilnya ditulis oleh wirecheck yang lebih baru: pakai versi itu, atau jalankan `wirecheck grade` lagi.",
    },
    older: {
      en: "Its result was written by an older wirecheck: run `wirecheck grade` again.",
      id: "Hasilnya ditulis oleh wirecheck yang lebih lama: jalankan `wirecheck grade` lagi.",
    },
  },
  graderFailed: (reason: string): Text => ({
    en: `wirecheck or the machine failed, twice: ${reason}`,
    id: `wirecheck atau mesinnya gagal, dua kali: ${reason}`,
  }),
  testsUnjudged: (tests: readonly string[]): Text => ({
    en: `These tests could not be judged, which is not the program's fault: ${tests.join(", ")}.`,
    id: `Tes berikut tidak dapat dinilai, dan itu bukan kesalahan programnya: ${tests.join(", ")}.`,
  }),
  unplayed: {
    en: "None of the tests that count could be played on this machine, which is not the program's fault.",
    id: "Tidak satu pun tes yang dinilai dapat dijalankan di mesin ini, dan itu bukan kesalahan programnya.",
  },
  notGraded: { en: "not graded", id: "belum dinilai" },
  kept: { en: "as before", id: "seperti sebelumnya" },
  left: (time: Text): Text => ({ en: `about ${time.en} left`, id: `kira-kira ${time.id} lagi` }),
  blank: {
    en: "No mark: it stays blank in every gradebook.",
    id: "Tidak ada nilai: dibiarkan kosong di setiap buku nilai.",
  },
  labPassed: { en: "passed", id: "lulus" },
  labFailed: { en: "not passed", id: "tidak lulus" },
  attempt: (number: number, of: number): Text => ({
    en: `attempt ${number} of ${of}`,
    id: `percobaan ${number} dari ${of}`,
  }),
  changes: (gain: number, lose: number, since: string | null): Text => {
    const marks = (count: number) => (count === 1 ? "1 mark" : `${count} marks`);
    const change = {
      en: `${marks(gain)} rose and ${marks(lose)} fell`,
      id: `${gain} nilai naik dan ${lose} nilai turun`,
    };
    return since === null
      ? { en: `Since the marks were last written, ${change.en}:`, id: `Sejak nilai terakhir ditulis, ${change.id}:` }
      : { en: `Compared with ${since}, ${change.en}:`, id: `Dibandingkan dengan ${since}, ${change.id}:` };
  },
  changesTable: (more: number, table: string): Text => ({
    en: `${more > 0 ? `  and ${more} more. ` : ""}All of it, with the reasons before and after: ${table}`,
    id: `${more > 0 ? `  dan ${more} lagi. ` : ""}Selengkapnya, dengan alasan sebelum dan sesudah: ${table}`,
  }),
  unchanged: (since: string | null): Text =>
    since === null
      ? { en: "No mark has changed.", id: "Tidak ada nilai yang berubah." }
      : { en: `Every mark is that of ${since}.`, id: `Semua nilai sama dengan yang di ${since}.` },
  written: (count: number, folder: string): Text => ({
    en: `${count} ${count === 1 ? "file" : "files"} written to ${folder}`,
    id: `${count} berkas ditulis ke ${folder}`,
  }),
  look: (grades: string): Text => ({
    en: `Look at the class in the browser: wirecheck ui ${grades} --open`,
    id: `Lihat kelas ini di browser: wirecheck ui ${grades} --open`,
  }),
  lateUnknown: (count: number): Text => ({
    en: `${count} handed in late, but nobody knows when: no points were taken. Give the times with --times.`,
    id: `${count} terlambat, tetapi waktunya tidak diketahui: nilai tidak dikurangi. Berikan waktunya dengan --times.`,
  }),
  noTimes: ({ unknown, all }: { unknown: number; all: number }): Text => ({
    en: `Nothing tells when ${unknown === all ? "the hand-ins" : `${unknown} of ${all} hand-ins`} were handed in: the deadline does not count for them. Give the times with --times (student,submitted_at), or Moodle's grading worksheet with a policy that says its timezone.`,
    id: `Waktu pengumpulan ${unknown === all ? "tugas" : `${unknown} dari ${all} tugas`} tidak diketahui: tenggat tidak berlaku untuk tugas itu. Berikan waktunya dengan --times (student,submitted_at), atau lembar penilaian Moodle dengan kebijakan yang menyebut timezone.`,
  }),
  interrupted: (done: number, total: number): Text => ({
    en: `Interrupted: ${done} of ${total} are done. The same command goes on from here.`,
    id: `Terhenti: ${done} dari ${total} selesai. Perintah yang sama melanjutkan dari sini.`,
  }),
};
