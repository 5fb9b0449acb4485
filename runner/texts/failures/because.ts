import type { Failure } from "../../model/result.ts";
import type { Text } from "../../model/text.ts";
import { whereBlocked } from "../blocked-place.ts";
import { ownEntry } from "../own-entry.ts";
import { timeSpan } from "../quantity.ts";
import { number, same, when, word } from "./phrases.ts";

/**
 * Why the grader stopped waiting, as a sentence of its own that may follow another.
 * Facts: `gaveUp` (stuck, late, gone, computes, idle), `waitedMs`, `blockedIn` (recv), `blockedOn` (a peer's name,
 * listening, keyboard, pipe, other), `forGood` (that call never gives up by itself), `hadLess` (of that than is usual).
 */
export function becauseOf(failure: Failure): Text {
  const [why, less] = [whyOf(failure), failure.facts?.hadLess ? hadLess : same("")];
  return { en: `${why.en}${less.en}`, id: `${why.id}${less.id}` };
}

const hadLess: Text = {
  en: " It was given less of that than usual, for it had used up all of it in earlier tests.",
  id: " Jatahnya lebih sedikit daripada biasanya, karena pada tes sebelumnya ia menghabiskan seluruhnya.",
};

function whyOf(failure: Failure): Text {
  const waitedMs = number(failure, "waitedMs");
  const time = waitedMs === undefined ? undefined : timeSpan(waitedMs);
  switch (word(failure, "gaveUp")) {
    case "stuck": {
      const place = blockedPlace(failure);
      return {
        en: ` Nothing can follow: your program is blocked${place.en} and nothing will ever wake it.`,
        id: ` Tidak ada lagi yang akan datang: program Anda tertahan${place.id} dan tidak akan pernah lanjut.`,
      };
    }
    case "gone": {
      const limit = passedLimit(failure);
      if (limit)
        return {
          en: ` Your program had been ended by then: ${limit.en}.`,
          id: ` Program Anda sudah dihentikan saat itu: ${limit.id}.`,
        };
      return { en: " Your program had already ended.", id: " Program Anda sudah berakhir." };
    }
    case "computes":
      return {
        en: " Your program kept computing until its CPU time was used up.",
        id: " Program Anda terus menghitung sampai jatah waktu prosesornya habis.",
      };
    case "late": {
      const place = blockedPlace(failure);
      // The timeout is another thread's.
      if (failure.facts?.forGood)
        return {
          en: ` Your program is blocked${place.en} without a limit, and nothing came within the limit of this test.`,
          id: ` Program Anda tertahan${place.id} tanpa batas waktu, dan tidak ada yang datang dalam batas waktu tes ini.`,
        };
      return {
        en: ` Your program is blocked${place.en} until a time beyond the limit of this test; before that nothing will come.`,
        id: ` Program Anda tertahan${place.id} sampai melewati batas waktu tes ini; sebelum itu tidak ada yang datang.`,
      };
    }
    case "idle":
      return when(time, ` The grader waited ${time?.en}.`, ` Penguji sudah menunggu ${time?.id}.`);
    default:
      return same("");
  }
}

function blockedPlace(failure: Failure): Text {
  const call = word(failure, "blockedIn");
  return call === undefined ? same("") : whereBlocked(call, word(failure, "blockedOn") ?? "other");
}

/** Why a program had to be stopped, where it had to. */
export function passedLimit(failure: Failure): Text | undefined {
  return ownEntry(limits, word(failure, "limit") ?? "");
}

const limits: Record<string, Text> = {
  output: { en: "it printed without end", id: "ia mencetak tanpa henti" },
  memory: { en: "it took more memory than it may", id: "ia memakai memori melebihi batas" },
  cpu: { en: "its CPU time was used up", id: "jatah waktu prosesornya habis" },
  disk: { en: "it wrote more to the disk than it may", id: "ia menulis ke disk melebihi batas" },
  idle: { en: "it waited and did nothing", id: "ia menunggu tanpa melakukan apa-apa" },
  processes: { en: "it started more processes than it may", id: "ia menjalankan proses melebihi batas" },
};
