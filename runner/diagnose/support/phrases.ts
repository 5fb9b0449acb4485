import type { Language, Text } from "../../model/text.ts";
import { capital } from "../../texts/failures/phrases.ts";
import { ownEntry } from "../../texts/own-entry.ts";
import { printableLine } from "../../texts/printable.ts";
import { grouped } from "../../texts/quantity.ts";
import { showKept } from "../../texts/show-bytes.ts";
import { keepBytes } from "../../wire/keep-bytes.ts";
import type { BlockedPlace, Evidence } from "../evidence.ts";

/** The program under test at the beginning of a sentence: "Your server". */
export function subject({ kind }: Evidence): Text {
  return { en: `Your ${kind}`, id: `${capital(kind)} Anda` };
}

/** Bytes in quotes, escaped and short enough for the middle of a sentence. */
export function quoted(bytes: Buffer): Text {
  const show = (language: Language) => showKept(keepBytes(bytes), { width: longestQuote, language });
  return { en: show("en"), id: show("id") };
}

/** Text that a program printed, safe and short enough for the middle of a sentence. */
export function quotedLine(line: string): string {
  const safe = printableLine(line.trim());
  return `“${safe.length > longestLine ? `${safe.slice(0, longestLine)}…` : safe}”`;
}

/** Where a thread is blocked: "blocked in recv() on alice's connection (fd 4)". */
export function blockedIn({ call, on, fd }: BlockedPlace): Text {
  const place = ownEntry(places, on) ?? { en: ` on ${on}'s connection`, id: ` pada koneksi ${on}` };
  const number = fd === null || on === "keyboard" ? "" : ` (fd ${fd})`;
  const named = ownEntry(calls, call);
  if (named) return { en: `blocked ${named.en}`, id: `tertahan ${named.id}` };
  return { en: `blocked in ${call}()${place.en}${number}`, id: `tertahan di ${call}()${place.id}${number}` };
}

/** "5 of 12 bytes". */
export function bytesOf(count: number, all: number): Text {
  return { en: `${grouped(count)} of ${grouped(all)} bytes`, id: `${grouped(count)} dari ${grouped(all)} byte` };
}

const longestQuote = 36;
const longestLine = 100;

const places: Record<string, Text> = {
  listening: { en: " for the next client", id: " menunggu client berikutnya" },
  datagrams: { en: " for a datagram", id: " menunggu sebuah datagram" },
  keyboard: { en: " on the keyboard", id: " pada keyboard" },
  pipe: { en: " on a pipe", id: " pada sebuah pipe" },
  other: { en: "", id: "" },
};

const calls: Record<string, Text> = {
  lock: { en: "on a lock or another thread", id: "pada sebuah kunci (lock) atau thread lain" },
  wait: { en: "until a child process ends", id: "menunggu proses anak berakhir" },
  sleep: { en: "in sleep()", id: "di sleep()" },
  stopped: { en: "by a stop signal", id: "oleh sinyal stop" },
};
