import type { Text } from "../model/text.ts";
import { ownEntry } from "./own-entry.ts";
import { printableLine } from "./printable.ts";

/**
 * Where a thread is blocked, to follow that word: " in recv() on alice's connection".
 *
 * @param on a peer's name, `listening`, `datagrams`, `keyboard`, `pipe` or `other`
 */
export function whereBlocked(call: string, on: string): Text {
  const named = ownEntry(notCalls, call);
  if (named) return named;
  const name = printableLine(on);
  const place = ownEntry(places, on) ?? { en: ` on ${name}'s connection`, id: ` pada koneksi ${name}` };
  return { en: ` in ${printableLine(call)}()${place.en}`, id: ` di ${printableLine(call)}()${place.id}` };
}

const places: Record<string, Text> = {
  listening: { en: " for another client", id: " menunggu client lain" },
  datagrams: { en: " for a datagram", id: " menunggu sebuah datagram" },
  keyboard: { en: " on the keyboard", id: " menunggu keyboard" },
  pipe: { en: " on a pipe", id: " pada sebuah pipe" },
  other: { en: "", id: "" },
};

/** Where a thread can be blocked that no programmer would write as a call of that name. */
const notCalls: Record<string, Text> = {
  lock: { en: " on a lock or another thread", id: " pada sebuah lock atau thread lain" },
  wait: { en: " until a child process ends", id: " menunggu proses anak berakhir" },
  stopped: { en: " by a stop signal", id: " oleh sinyal stop" },
};
