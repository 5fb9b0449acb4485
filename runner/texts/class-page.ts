import type { Text } from "../model/text.ts";
import { grouped } from "./quantity.ts";

/** The words of the class's page that no other report needs. */
export const classPageTexts = {
  attention: { en: "Look at these first", id: "Periksa ini dulu" },
  flaky: { en: "flaky", id: "flaky" },
  everybody: { en: "Everybody", id: "Semua mahasiswa" },
  legend: {
    en: "✓ passed, ✗ failed, – skipped, ! not graded, · extra credit not earned",
    id: "✓ lulus, ✗ gagal, – dilewati, ! belum dinilai, · nilai tambahan tidak diperoleh",
  },
  search: { en: "Name or number", id: "Nama atau nomor" },
  section: { en: "Section", id: "Kelas" },
  state: { en: "State", id: "Keadaan" },
  cause: { en: "Cause", id: "Sebab" },
  all: { en: "all", id: "semua" },
  full: { en: "full marks", id: "nilai penuh" },
  partial: { en: "less than full marks", id: "kurang dari nilai penuh" },
  shown: { en: "shown", id: "ditampilkan" },
  waiting: { en: "not graded yet", id: "menunggu dinilai" },
  late: { en: "late", id: "terlambat" },
  hasNote: { en: "has a note", id: "ada catatan" },
  isMarked: { en: "marked by hand", id: "dinilai manual" },
  backToClass: { en: "The whole class", id: "Seluruh kelas" },
} satisfies Record<string, Text>;

/** Tests that passed once and failed once under the same seed. */
export function flakyTests(tests: readonly string[]): Text {
  const names = tests.join(", ");
  return {
    en: `passed once and failed once under the same seed: ${names}`,
    id: `pernah lulus dan pernah gagal dengan seed yang sama: ${names}`,
  };
}

/** A step of the distribution: how many of the class reached this percentage. */
export function reachedBy(span: string, count: number): Text {
  return {
    en: `${span} %: ${grouped(count)} ${count === 1 ? "student" : "students"}`,
    id: `${span} %: ${grouped(count)} mahasiswa`,
  };
}
