import type { Text } from "../model/text.ts";

/** The words of the page on which somebody's own program is checked. */
export const uiTexts = {
  skip: { en: "Skip to the chosen test", id: "Lompat ke tes yang dipilih" },
  controls: { en: "What can be done here", id: "Yang bisa dilakukan di sini" },
  tests: { en: "Tests", id: "Tes" },
  task: { en: "The task", id: "Tugas" },
  runAll: { en: "Run all", id: "Jalankan semua" },
  runFailed: { en: "Run what failed", id: "Jalankan yang gagal" },
  runOne: { en: "Run this test", id: "Jalankan tes ini" },
  newSeed: { en: "Run all with other data", id: "Jalankan semua dengan data lain" },
  runs: { en: "The last runs", id: "Hasil sebelumnya" },
  now: { en: "Now", id: "Sekarang" },
  playing: { en: "playing", id: "sedang berjalan" },
  waiting: { en: "waits", id: "menunggu" },
  starting: { en: "Looking at your program …", id: "Memeriksa program Anda …" },
  notPlayedYet: { en: "Not played yet.", id: "Belum dijalankan." },
  source: { en: "Your program", id: "Program Anda" },
  connected: { en: "Runs again at every save", id: "Dijalankan lagi setiap kali disimpan" },
  away: { en: "wirecheck is not running: waiting for it", id: "wirecheck tidak berjalan: menunggu" },
  moment: { en: "Moment", id: "Saat" },
  earlier: { en: "Earlier event", id: "Kejadian sebelumnya" },
  later: { en: "Next event", id: "Kejadian berikutnya" },
  allAtOnce: { en: "Everything", id: "Semuanya" },
  atThatTime: { en: "Then", id: "Waktu itu" },
  chosenTest: { en: "The chosen test", id: "Tes yang dipilih" },
  chooseTest: { en: "Choose a test on the left.", id: "Pilih satu tes di sebelah kiri." },
} satisfies Record<string, Text>;

/** How far the points are from those of an earlier run: "+7 since 10:42". */
export function sinceThen(points: Text, time: string): Text {
  return { en: `${points.en} since ${time}`, id: `${points.id} sejak ${time}` };
}

/** How many tests of a run have still to end. */
export function testsToGo(count: number): Text {
  return { en: `${count} ${count === 1 ? "test" : "tests"} to go`, id: `${count} tes lagi` };
}

/** What the command says once the page can be opened. */
export function openThis(address: string): Text {
  return {
    en: `Open ${address}\nCtrl-C ends it.`,
    id: `Buka ${address}\nCtrl-C untuk berhenti.`,
  };
}
