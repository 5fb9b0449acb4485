import type { Text } from "../model/text.ts";

/**
 * A whole number with its digits in groups of three: 1 048 576. The gaps are no-break spaces, so that no line ends
 * inside a number; the same in both languages, for a dot or a comma would mean the opposite in the other one.
 */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, "\u00a0");
}

/** A number of bytes: "1 byte", "12 bytes". */
export function byteCount(count: number): Text {
  return { en: `${grouped(count)} ${count === 1 ? "byte" : "bytes"}`, id: `${grouped(count)} byte` };
}

/** A span of time for people: "300 ms", "1.5 s", in Indonesian "1,5 detik". */
export function timeSpan(durationMs: number): Text {
  if (durationMs < 1000) return { en: `${Math.round(durationMs)} ms`, id: `${Math.round(durationMs)} ms` };
  const seconds = String(Math.round(durationMs / 100) / 10);
  return { en: `${seconds} s`, id: `${seconds.replace(".", ",")} detik` };
}
