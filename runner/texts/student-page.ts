import type { Text } from "../model/text.ts";
import { byteCount, grouped } from "./quantity.ts";

/** The words of the student's page that no other report needs. */
export const studentPageTexts = {
  language: { en: "Language", id: "Bahasa" },
  skip: { en: "Skip to the tests", id: "Lompat ke daftar tes" },
  openAll: { en: "Open all", id: "Buka semua" },
  closeAll: { en: "Close all", id: "Tutup semua" },
  tests: { en: "Tests", id: "Tes" },
  causes: { en: "What to fix first", id: "Yang perlu diperbaiki dulu" },
  programs: { en: "What was graded", id: "Yang dinilai" },
  outOf: { en: "of", id: "dari" },
  points: { en: "points", id: "poin" },
  outOfThe: { en: "of the", id: "dari" },
  gradedSoFar: { en: "points graded so far", id: "poin yang sudah dinilai" },
  rubric: { en: "Rubric", id: "Rubrik" },
  cause: { en: "The cause", id: "Sebabnya" },
  saw: { en: "What was seen", id: "Yang terlihat" },
  idea: { en: "The idea behind it", id: "Konsepnya" },
  look: { en: "What to look at", id: "Yang perlu diperiksa" },
  lines: { en: "Lines of your program", id: "Baris program Anda" },
  why: { en: "Why it matters", id: "Mengapa ini penting" },
  expected: { en: "Expected", id: "Seharusnya" },
  came: { en: "Came", id: "Diterima" },
  conversation: { en: "What happened", id: "Yang terjadi" },
  whenFailed: { en: "What happened when it failed", id: "Yang terjadi ketika gagal" },
  whenPassed: { en: "What happened when it passed", id: "Yang terjadi ketika lulus" },
  tryIt: { en: "See it yourself", id: "Coba sendiri" },
  copy: { en: "Copy", id: "Salin" },
  copied: { en: "Copied", id: "Tersalin" },
  conditions: { en: "How it was graded", id: "Bagaimana ini dinilai" },
  seed: { en: "Seed", id: "Seed" },
  isolation: { en: "Isolation", id: "Isolasi" },
  gradedAt: { en: "Graded", id: "Dinilai" },
  versions: { en: "Versions", id: "Versi" },
  digest: { en: "Digest of the files", id: "Digest berkas" },
  sharedLaunch: {
    en: "The program was already running: it was started for an earlier test, and was at rest and without clients when this one began.",
    id: "Program sudah berjalan: dijalankan untuk tes sebelumnya, dan sedang diam tanpa client ketika tes ini dimulai.",
  },
  endsHere: { en: "ends here", id: "berhenti di sini" },
  nothing: { en: "nothing", id: "tidak ada" },
} satisfies Record<string, Text>;

/** How many tests one cause has cost. */
export function inTests(count: number): Text {
  return { en: `${count} ${count === 1 ? "test" : "tests"}`, id: `${count} tes` };
}

/** Why a test was not played. */
export function skippedFor(gate: string): Text {
  return {
    en: `Not played, because ${gate} failed: fix that first.`,
    id: `Tidak dijalankan karena ${gate} gagal: perbaiki itu dulu.`,
  };
}

/** Bytes that stand between those shown and the beginning or the end. */
export function moreBytes(count: number): Text {
  const bytes = byteCount(count);
  return { en: `… ${bytes.en} …`, id: `… ${bytes.id} …` };
}

/** Where two byte strings part. */
export function firstDifferenceAt(offset: number): Text {
  const bytes = byteCount(offset);
  return offset === 0
    ? { en: "They differ from the first byte.", id: "Berbeda sejak byte pertama." }
    : { en: `The first ${bytes.en} agree.`, id: `Sama pada ${bytes.id} pertama.` };
}

/** What a sequence diagram leaves out, in its place. */
export const leftOutTexts = {
  others: (events: number, peers: number): Text => ({
    en: `… ${grouped(events)} more ${events === 1 ? "event" : "events"} of ${peers === 1 ? "another client" : `${grouped(peers)} other clients`}`,
    id: `… ${grouped(events)} kejadian lagi dari ${grouped(peers)} client lain`,
  }),
  alike: (events: number, bytes: number): Text => ({
    en: `… ${grouped(events)} more like this${bytes > 0 ? `, ${byteCount(bytes).en}` : ""}`,
    id: `… ${grouped(events)} lagi seperti ini${bytes > 0 ? `, ${byteCount(bytes).id}` : ""}`,
  }),
  between: (events: number): Text => ({
    en: `… ${grouped(events)} more events in between`,
    id: `… ${grouped(events)} kejadian lagi di antaranya`,
  }),
  lines: (count: number): Text => ({
    en: `… ${grouped(count)} more ${count === 1 ? "line" : "lines"}`,
    id: `… ${grouped(count)} baris lagi`,
  }),
};

/** Bytes that a test waited for in vain. */
export function neverCame(count: number): Text {
  return { en: `never came: ${byteCount(count).en}`, id: `tidak datang: ${byteCount(count).id}` };
}

/** What is said of a test that both passed and failed. */
export function flakyText({ played, failed }: { played: number; failed: number }): Text {
  return {
    en: `Played ${played} times under the same seed, this test failed in ${failed} of them: something in the program depends on timing.`,
    id: `Dijalankan ${played} kali dengan seed yang sama, tes ini gagal ${failed} kali: ada bagian program yang bergantung pada waktu.`,
  };
}

/** What is known of a flaky test of an older result. */
export const onceEach = { played: 2, failed: 1 };
