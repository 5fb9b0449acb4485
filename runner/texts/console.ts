import type { Text } from "../model/text.ts";

/** The words of the console report; sentences about a test are in `failures` and `diagnoses`. */
export const consoleTexts = {
  notFound: { en: "not found in the hand-in", id: "tidak ditemukan di berkas yang dikumpulkan" },
  port: { en: "port", id: "port" },
  hidden: { en: "hidden", id: "tersembunyi" },
  extraCredit: { en: "extra credit", id: "nilai tambahan" },

  total: { en: "Points", id: "Nilai" },
  fullMarks: { en: "Full marks: everything works.", id: "Nilai penuh: semuanya bekerja." },
  passed: { en: "passed", id: "lulus" },
  failed: { en: "failed", id: "gagal" },
  notEarned: { en: "not earned", id: "tidak diperoleh" },
  skipped: { en: "skipped", id: "dilewati" },
  error: { en: "not graded", id: "belum dinilai" },

  fixFirst: { en: "What to fix first", id: "Yang perlu diperbaiki dulu" },
  step: { en: "step", id: "langkah" },
  expected: { en: "expected", id: "seharusnya" },
  came: { en: "came", id: "diterima" },
  cause: { en: "cause", id: "sebab" },
  seen: { en: "seen", id: "terlihat" },
  lines: { en: "lines", id: "baris" },
  idea: { en: "idea", id: "konsep" },
  look: { en: "look at", id: "periksa" },
  tryIt: { en: "See it yourself:", id: "Coba sendiri:" },
  stderr: { en: "Last lines of the error output:", id: "Baris terakhir pesan error program:" },
  stdout: { en: "Last lines of the output:", id: "Baris terakhir keluaran program:" },
  compiler: { en: "The compiler says:", id: "Pesan dari kompilator:" },
  happened: { en: "What happened:", id: "Yang terjadi:" },
  happenedWhenPassed: { en: "What happened when it passed:", id: "Yang terjadi ketika lulus:" },
  happenedWhenFailed: { en: "What happened when it failed:", id: "Yang terjadi ketika gagal:" },
  everyEvent: { en: "Every event:", id: "Setiap kejadian:" },
  sharedLaunch: { en: "shared launch", id: "satu proses bersama" },
  flaky: { en: "flaky", id: "flaky" },

  notYourFault: {
    en: "This is not your fault: wirecheck or the machine failed here. It costs you no marks; tell your instructor.",
    id: "Ini bukan kesalahan Anda: wirecheck atau mesinnya yang bermasalah. Nilai Anda tidak berkurang; beri tahu pengajar Anda.",
  },

  seed: { en: "seed", id: "seed" },
  isolation: { en: "isolation", id: "isolasi" },
  again: { en: "Again:", id: "Ulangi:" },
  onlyThis: { en: "One test:", id: "Satu tes:" },
  running: { en: "running", id: "berjalan" },
} satisfies Record<string, Text>;

/** What fixing a cause brings. */
export function gain(written: string, points: number): Text {
  return { en: `+${written} ${points === 1 ? "point" : "points"}`, id: `+${written} poin` };
}

/** Why a test was not played: the gate it needs failed. */
export function skippedBecause(count: number, gate: string): Text {
  return {
    en: `${count} ${count === 1 ? "test" : "tests"} skipped because ${gate} failed`,
    id: `${count} tes dilewati karena ${gate} gagal`,
  };
}

/** A failure whose diagnosis an earlier test has already explained. */
export function sameCauseAs(test: string, name: Text): Text {
  return { en: `${name.en}: same cause as ${test}`, id: `${name.id}: sebabnya sama dengan ${test}` };
}

/** What stands above a report that was made on a student's own computer. */
export const provisional: Text = {
  en: "Provisional: this is your own computer. The course's machine decides your marks.",
  id: "Sementara: ini komputer Anda sendiri. Nilai Anda ditentukan oleh mesin milik mata kuliah.",
};
