import type { Failure, ProgramFacts } from "../../model/failure.ts";
import type { PassedLimit } from "../../model/failure-facts.ts";
import type { Text } from "../../model/text.ts";
import { whereBlocked } from "../blocked-place.ts";
import { timeSpan } from "../quantity.ts";
import { same, when } from "./phrases.ts";

/** Why the grader stopped waiting, as a sentence of its own that may follow another. */
export function becauseOf({ facts = {} }: Failure): Text {
  const [why, less] = [whyOf(facts), facts.hadLess ? hadLess : same("")];
  return { en: `${why.en}${less.en}`, id: `${why.id}${less.id}` };
}

const hadLess: Text = {
  en: " It was given less of that than usual, because it had used up all of it before.",
  id: " Jatahnya lebih sedikit daripada biasanya, karena sebelumnya ia sudah menghabiskan seluruhnya.",
};

function whyOf(facts: ProgramFacts): Text {
  const time = facts.waitedMs === undefined ? undefined : timeSpan(facts.waitedMs);
  switch (facts.gaveUp) {
    case "stuck": {
      const place = blockedPlace(facts);
      return {
        en: ` Nothing can follow: your program is blocked${place.en} and nothing will ever wake it.`,
        id: ` Tidak ada lagi yang akan datang: program Anda tertahan${place.id} dan tidak akan pernah lanjut.`,
      };
    }
    case "gone": {
      const limit = passedLimit(facts);
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
      const place = blockedPlace(facts);
      // The timeout is another thread's.
      if (facts.forGood)
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

function blockedPlace({ blockedIn, blockedOn = "other" }: ProgramFacts): Text {
  return blockedIn === undefined ? same("") : whereBlocked(blockedIn, blockedOn);
}

/** Why a program had to be stopped, where it had to. */
export function passedLimit({ limit }: ProgramFacts): Text | undefined {
  return limit && limits[limit];
}

const limits: Record<PassedLimit, Text> = {
  output: { en: "it printed without end", id: "ia mencetak tanpa henti" },
  memory: { en: "it took more memory than it may", id: "ia memakai memori melebihi batas" },
  cpu: { en: "its CPU time was used up", id: "jatah waktu prosesornya habis" },
  disk: { en: "it wrote more to the disk than it may", id: "ia menulis ke disk melebihi batas" },
  idle: { en: "it waited and did nothing", id: "ia menunggu tanpa melakukan apa-apa" },
  processes: { en: "it started more processes than it may", id: "ia menjalankan proses melebihi batas" },
};
