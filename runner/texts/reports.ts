import type { Text } from "../model/text.ts";

/** The words of the reports for a class; those of one hand-in are in `console`. */
export const reportTexts = {
  student: { en: "Student", id: "Mahasiswa" },
  test: { en: "Test", id: "Tes" },
  points: { en: "Points", id: "Nilai" },
  questions: { en: "Written questions", id: "Pertanyaan tertulis" },
  pending: { en: "pending", id: "menunggu dinilai" },
  handIns: { en: "hand-ins", id: "tugas yang dikumpulkan" },
  nothingHandedIn: { en: "Nothing was handed in.", id: "Tidak ada yang dikumpulkan." },
  notGraded: { en: "not graded", id: "belum dinilai" },
  missing: { en: "no hand-in", id: "tidak mengumpulkan" },
  reached: { en: "Points reached, in per cent", id: "Nilai yang dicapai, dalam persen" },
  hardest: { en: "Hardest tests, and how many passed", id: "Tes tersulit, dan berapa yang lulus" },
  causes: { en: "Most frequent causes", id: "Penyebab paling sering" },
  errors: { en: "Could not be graded", id: "Tidak dapat dinilai" },
  unmatched: { en: "Hand-ins without a student", id: "Tugas tanpa mahasiswa" },
  silent: { en: "Students without a hand-in", id: "Mahasiswa yang tidak mengumpulkan" },
  final: { en: "After everything", id: "Nilai akhir" },
} satisfies Record<string, Text>;

/** How many of how many: "23 of 41". */
export function outOf(count: string | number, all: string | number): Text {
  return { en: `${count} of ${all}`, id: `${count} dari ${all}` };
}

/** How many of those that somebody has marked already. */
export function outOfSoFar(count: string | number, graded: string | number): Text {
  return { en: `${count} of the ${graded} graded so far`, id: `${count} dari ${graded} yang sudah dinilai` };
}

/** Written questions without marks. */
export function stillPending(count: number): Text {
  return {
    en: `${count} ${count === 1 ? "question" : "questions"} pending`,
    id: `${count} pertanyaan menunggu dinilai`,
  };
}

/** What came together at the top of a class's report. */
export function handInCounts(counts: { graded: number; errors: number; missing: number }): Text {
  const { graded, errors, missing } = counts;
  return {
    en: `${graded} graded, ${errors} could not be graded, ${missing} without a hand-in`,
    id: `${graded} dinilai, ${errors} tidak dapat dinilai, ${missing} tidak mengumpulkan`,
  };
}

/** Hand-ins of which nothing is marked yet. */
export function waitingForMarks(count: number): Text {
  return { en: `${count} waiting for marks`, id: `${count} menunggu dinilai` };
}

/** The middle of the class, in per cent. */
export function centre(median: string, mean: string): Text {
  return { en: `median ${median} %, mean ${mean} %`, id: `median ${median} %, rata-rata ${mean} %` };
}

/** Why Moodle's worksheet cannot be filled. */
export const worksheetTexts = {
  needed: {
    en: "give the worksheet that Moodle's “Download grading worksheet” saved: it is filled, never made",
    id: "berikan lembar yang diunduh dari Moodle lewat “Unduh lembar penilaian”: lembar itu diisi, bukan dibuat",
  },
  unreadable: (line: number): Text => ({
    en: `the worksheet is not a CSV file from line ${line} on: download it again and do not change it`,
    id: `lembar penilaian bukan CSV mulai baris ${line}: unduh lagi dan jangan diubah`,
  }),
  noColumn: (wanted: string, header: string): Text => ({
    en: `line 1 of the worksheet has no column ${wanted}; it has ${header}`,
    id: `baris 1 lembar penilaian tidak memiliki kolom ${wanted}; yang ada: ${header}`,
  }),
  twice: (identifier: string, line: number): Text => ({
    en: `line ${line} of the worksheet has ${identifier} a second time`,
    id: `baris ${line} lembar penilaian memuat ${identifier} untuk kedua kalinya`,
  }),
  nobody: {
    en: "no row of the worksheet belongs to a student of this class: is it another assignment's?",
    id: "tidak ada baris lembar penilaian yang cocok dengan mahasiswa kelas ini: mungkinkah milik tugas lain?",
  },
} satisfies Record<string, Text | ((...facts: never[]) => Text)>;

/** What whoever imports into Canvas should know. */
export const canvasTexts = {
  newAssignment: {
    en: 'canvas.csv: Canvas will make a new assignment of its column. To fill one that is there, name the column as Canvas\'s export does: --assignment "Echo server (4711)".',
    id: 'canvas.csv: Canvas akan membuat tugas baru dari kolomnya. Untuk mengisi tugas yang sudah ada, tulis nama kolomnya seperti dalam ekspor Canvas: --assignment "Echo server (4711)".',
  },
  noKey: (count: number, all: number): Text => ({
    en: `canvas.csv: ${count} of ${all} students have no Canvas ID, SIS ID or login, and Canvas can match them by name alone. Give Canvas's own gradebook export with --roster.`,
    id: `canvas.csv: ${count} dari ${all} mahasiswa tidak memiliki ID Canvas, SIS ID, atau login, sehingga Canvas hanya dapat mencocokkan namanya. Berikan ekspor buku nilai Canvas dengan --roster.`,
  }),
} satisfies Record<string, Text | ((...facts: never[]) => Text)>;

/** What whoever writes to the class should know. */
export const feedbackTexts = {
  noAddress: (count: number, all: number): Text => ({
    en: `mail-merge.csv: ${count} of ${all} students have no e-mail address. Give a class list that has them with --roster.`,
    id: `mail-merge.csv: ${count} dari ${all} mahasiswa tidak memiliki alamat surel. Berikan daftar kelas yang memuatnya dengan --roster.`,
  }),
} satisfies Record<string, (...facts: never[]) => Text>;

/** What whoever imports into Moodle should know. */
export const moodleTexts = {
  noKey: (count: number, all: number): Text => ({
    en: `moodle-import.csv: ${count} of ${all} students have no ID number, user name or e-mail address, and Moodle refuses the file while one is unknown to it. Give a class list that has them with --roster.`,
    id: `moodle-import.csv: ${count} dari ${all} mahasiswa tidak memiliki nomor ID, nama pengguna, atau alamat surel, dan Moodle menolak berkas itu selama ada yang tidak dikenalnya. Berikan daftar kelas yang memuatnya dengan --roster.`,
  }),
} satisfies Record<string, (...facts: never[]) => Text>;
