import { describe, expect, it } from "vitest";
import { moodleTime } from "./moodle-time.ts";

describe("the time in Moodle's worksheet", () => {
  it.each([
    ["Friday, 21 November 2025, 4:50 PM", "2025-11-21 16:50"],
    ["Friday, 21 November 2025, 12:05 AM", "2025-11-21 00:05"],
    ["Friday, November 21, 2025, 12:05 PM", "2025-11-21 12:05"],
    ["Jumat, 21 November 2025, 16:50", "2025-11-21 16:50"],
    ["Kamis, 8 Mei 2025, 09:05", "2025-05-08 09:05"],
    ["Freitag, 21. November 2025, 16:50", "2025-11-21 16:50"],
    ["Samstag, 1. März 2025, 00:00", "2025-03-01 00:00"],
    ["vendredi 21 novembre 2025, 16:50", "2025-11-21 16:50"],
    ["mercredi 13 août 2025, 16:50", "2025-08-13 16:50"],
    ["viernes, 21 de noviembre de 2025, 16:50", "2025-11-21 16:50"],
    ["sexta-feira, 21 nov. 2025, 16:50", "2025-11-21 16:50"],
    ["perjantai, 21. marraskuuta 2025, 16.50", "2025-11-21 16:50"],
    ["пятница, 21 ноября 2025, 16:50", "2025-11-21 16:50"],
    // In Polish the eleventh month, in Croatian the tenth.
    ["piątek, 21 listopada 2025, 16:50", "2025-11-21 16:50"],
    ["petak, 24. listopada 2025., 16:50", "2025-10-24 16:50"],
    ["2025年11月21日 星期五 16:50", "2025-11-21 16:50"],
    ["2025年 11月 21日(金曜日) 16:50", "2025-11-21 16:50"],
    ["2025년 11월 21일(금요일) 오후 4:50", "2025-11-21 16:50"],
    ["Jumaat, 21 November 2025, 4:50 PM", "2025-11-21 16:50"],
  ])("%s", (written, expected) => {
    expect(moodleTime(written)).toBe(expected);
  });

  it.each([
    "-",
    "",
    "Friday, 31 November 2025, 4:50 PM",
    "Friday, 21 November 2025",
    "21/11/25, 16:50",
    "25:99 May 2025",
  ])("is none in %j", (written) => {
    expect(moodleTime(written)).toBeNull();
  });
});
