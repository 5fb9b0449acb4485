import type { Text } from "../model/text.ts";

/** The words of the page on which an instructor sees a class being graded. */
export const deskTexts = {
  skip: { en: "Skip to the table", id: "Lompat ke tabel" },
  live: { en: "Shows what is graded as it happens", id: "Menampilkan penilaian saat berlangsung" },
  readOnly: { en: "read-only", id: "hanya baca" },
  gradedNow: { en: "being graded now", id: "sedang dinilai" },
  previous: { en: "Previous student", id: "Mahasiswa sebelumnya" },
  next: { en: "Next student", id: "Mahasiswa berikutnya" },
  again: { en: "Grade again", id: "Nilai ulang" },
  againWaiting: { en: "waits to be graded again", id: "menunggu dinilai ulang" },
  againGrading: { en: "is graded again", id: "sedang dinilai ulang" },
  giveMark: { en: "Mark it by hand", id: "Beri nilai manual" },
  marks: { en: "Marks by hand", id: "Nilai manual" },
  kept: { en: "Kept in", id: "Disimpan di" },
  item: { en: "For", id: "Untuk" },
  ownItem: { en: "something else …", id: "hal lain …" },
  ownName: { en: "Its name", id: "Namanya" },
  max: { en: "out of", id: "dari" },
  total: { en: "all points together", id: "seluruh nilai" },
  points: { en: "Points", id: "Nilai" },
  comment: { en: "Comment", id: "Komentar" },
  save: { en: "Save", id: "Simpan" },
  remove: { en: "Take back", id: "Hapus" },
  saved: { en: "Saved.", id: "Tersimpan." },
  notSaved: { en: "Not saved: wirecheck cannot be reached.", id: "Tidak tersimpan: wirecheck tidak dapat dihubungi." },
  noNumber: { en: "The points must be a number.", id: "Nilai harus berupa angka." },
  note: { en: "Notes", id: "Catatan" },
  noteAbout: { en: "For instructors; no report shows them.", id: "Untuk pengajar; tidak tampil di laporan mana pun." },
  source: { en: "Source", id: "Kode sumber" },
  files: { en: "Files", id: "Berkas" },
  filesChanged: {
    en: "These files are not the ones that were graded: they have changed since.",
    id: "Berkas ini bukan yang dinilai: sudah berubah sejak itu.",
  },
  filesGone: {
    en: "The hand-in is no longer where it was graded from.",
    id: "Tugas ini tidak ada lagi di tempat asalnya.",
  },
  tests: { en: "Tests", id: "Tes" },
  refusedReadOnly: {
    en: "This page was opened with --read-only: nothing can be changed here.",
    id: "Halaman ini dibuka dengan --read-only: tidak ada yang dapat diubah di sini.",
  },
  unknownStudent: { en: "There is no such student.", id: "Mahasiswa itu tidak ada." },
  nothingToGrade: { en: "This student has handed in nothing.", id: "Mahasiswa ini tidak mengumpulkan apa pun." },
  changedMeanwhile: {
    en: "This has been changed elsewhere in the meantime: check the present value, and save again.",
    id: "Orang lain mengubahnya sementara itu: periksa isinya sekarang, lalu simpan lagi.",
  },
  otherTerms: {
    en: "The lab, wirecheck or the libraries are no longer those that the class was graded with: run `wirecheck grade` for the whole class.",
    id: "Lab, wirecheck, atau pustakanya bukan lagi yang dipakai menilai kelas ini: jalankan `wirecheck grade` untuk seluruh kelas.",
  },
  noSource: {
    en: "Nothing tells where the hand-ins are: run `wirecheck grade`.",
    id: "Letak tugas tidak diketahui: jalankan `wirecheck grade`.",
  },
  badOrder: {
    en: "The page and wirecheck do not fit: load the page again.",
    id: "Halaman dan wirecheck tidak cocok: muat ulang halaman ini.",
  },
} satisfies Record<string, Text>;

/** How far a class is: "37 of 100 graded". */
export function gradedOf(graded: number, total: number): Text {
  return { en: `${graded} of ${total} graded`, id: `${graded} dari ${total} dinilai` };
}

/** How many are being graded. */
export function busyNow(count: number): Text {
  return { en: `${count} now`, id: `${count} sekarang` };
}

/** Why marks cannot be made: "marks.csv: …". */
export function marksProblem(problem: string): Text {
  return { en: `The marks stay as they were: ${problem}`, id: `Nilai tetap seperti sebelumnya: ${problem}` };
}
