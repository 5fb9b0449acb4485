import type { Text } from "../model/text.ts";

/**
 * A whole number with its digits in groups of three: 1 048 576. The gaps are no-break spaces, so that no line ends
 * inside a number; the same in both languages, because a dot or a comma would mean the opposite in the other one.
 */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, "\u00a0");
}

/** A number of bytes: "1 byte", "12 bytes". */
export function byteCount(count: number): Text {
  return { en: `${grouped(count)} ${count === 1 ? "byte" : "bytes"}`, id: `${grouped(count)} byte` };
}

/** Roughly how long: "40 s", "7 min", "2 h 10 min". */
export function roughTime(durationMs: number): Text {
  const seconds = Math.round(durationMs / 1000);
  if (seconds < 90) return { en: `${seconds} s`, id: `${seconds} detik` };
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return { en: `${minutes} min`, id: `${minutes} menit` };
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return { en: `${hours} h ${rest} min`, id: `${hours} jam ${rest} menit` };
}

/** A span of time for people: "300 ms", "1.5 s", in Indonesian "1,5 detik". */
export function timeSpan(durationMs: number): Text {
  if (durationMs < 1000) return { en: `${Math.round(durationMs)} ms`, id: `${Math.round(durationMs)} ms` };
  const seconds = String(Math.round(durationMs / 100) / 10);
  return { en: `${seconds} s`, id: `${seconds.replace(".", ",")} detik` };
}
