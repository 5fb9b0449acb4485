import type { Text } from "../model/text.ts";

/** What `wirecheck watch` says besides the report. */
export const watchTexts = {
  points: { en: "Points", id: "Poin" },
  waiting: { en: "Waiting for the next save;", id: "Menunggu penyimpanan berikutnya;" },
  ends: { en: "Ctrl-C ends it.", id: "Ctrl-C untuk berhenti." },
  keys: (open: number): Text => {
    const failed =
      open === 0 ? { en: "", id: "" } : { en: `f what failed (${open}), `, id: `f yang gagal (${open}), ` };
    return { en: `r run again, ${failed.en}q quit`, id: `r jalankan lagi, ${failed.id}q keluar` };
  },
  saved: (file: string): Text => ({
    en: `${file} was saved: grading again …`,
    id: `${file} disimpan: dinilai lagi …`,
  }),
  again: (): Text => ({ en: "Grading again …", id: "Dinilai lagi …" }),
  failed: (tests: number): Text => ({
    en: tests === 1 ? "Running again the test that failed …" : `Running again the ${tests} tests that failed …`,
    id: `Menjalankan lagi ${tests} tes yang gagal …`,
  }),
  gained: (points: string): Text => ({ en: `${points} since the last run`, id: `${points} sejak terakhir dijalankan` }),
  noChange: { en: "the same as in the last run", id: "sama seperti terakhir dijalankan" },
};
