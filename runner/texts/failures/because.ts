import type { Failure } from "../../model/result.ts";
import type { Text } from "../../model/text.ts";
import { ownEntry } from "../own-entry.ts";
import { timeSpan } from "../quantity.ts";
import { number, same, when, word } from "./phrases.ts";

/**
 * Why the grader stopped waiting, as a sentence of its own that may follow another.
 * Facts: `gaveUp` (stuck, late, gone, computes, idle), `waitedMs`, `blockedIn` (recv), `blockedOn` (a peer's name,
 * listening, keyboard, pipe, other).
 */
export function becauseOf(failure: Failure): Text {
  const waitedMs = number(failure, "waitedMs");
  const time = waitedMs === undefined ? undefined : timeSpan(waitedMs);
  switch (word(failure, "gaveUp")) {
    case "stuck": {
      const place = blockedPlace(failure);
      return {
        en: ` Nothing can follow: your program waits${place.en} and nothing will ever wake it.`,
        id: ` Tidak ada lagi yang dapat menyusul: program Anda menunggu${place.id} dan tidak akan pernah lanjut.`,
      };
    }
    case "gone":
      return { en: " Your program had already ended.", id: " Program Anda sudah berakhir." };
    case "computes":
      return {
        en: " Your program kept computing until its processor time was used up.",
        id: " Program Anda terus menghitung sampai jatah waktu prosesornya habis.",
      };
    case "late": {
      const place = blockedPlace(failure);
      return {
        en: ` Your program waits${place.en} until a time beyond the limit of this test; before that nothing will come.`,
        id: ` Program Anda menunggu${place.id} sampai saat yang melewati batas waktu tes ini; sebelum itu tidak ada yang menyusul.`,
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
  if (call === undefined) return same("");
  const known = ownEntry(notCalls, call);
  if (known) return known;
  const on = blockedOn(word(failure, "blockedOn") ?? "other");
  return { en: ` in ${call}()${on.en}`, id: ` di ${call}()${on.id}` };
}

function blockedOn(name: string): Text {
  switch (name) {
    case "listening":
      return { en: " for another client", id: " untuk client lain" };
    case "datagrams":
      return { en: " for a datagram", id: " untuk sebuah datagram" };
    case "keyboard":
      return { en: " for the keyboard", id: " untuk masukan keyboard" };
    case "pipe":
      return { en: " on a pipe", id: " pada sebuah pipe" };
    case "other":
      return same("");
    default:
      return { en: ` on ${name}'s connection`, id: ` pada koneksi ${name}` };
  }
}

/** Where a thread can be blocked that no programmer would write as a call of that name. */
const notCalls: Record<string, Text> = {
  lock: { en: " for a lock or another thread", id: " sebuah kunci (lock) atau thread lain" },
  wait: { en: " for a child process", id: " proses anaknya" },
  stopped: { en: ", stopped by a signal,", id: " karena dihentikan oleh sinyal" },
};

/** Why a program had to be stopped, where it had to. */
export function passedLimit(failure: Failure): Text | undefined {
  return ownEntry(limits, word(failure, "limit") ?? "");
}

const limits: Record<string, Text> = {
  output: { en: "it printed without end", id: "ia mencetak tanpa henti" },
  memory: { en: "it took more memory than it may", id: "ia memakai memori melebihi batas" },
  cpu: { en: "its processor time was used up", id: "jatah waktu prosesornya habis" },
  disk: { en: "it wrote more to the disk than it may", id: "ia menulis ke disk melebihi batas" },
  processes: { en: "it started more processes than it may", id: "ia menjalankan proses melebihi batas" },
};
