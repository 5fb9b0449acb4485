import type { Difference } from "../model/seen.ts";

/** Bytes shown before and after the first difference. */
const before = 24;
const after = 40;

/** Index of the first byte in which the two differ, or -1 when one is a prefix of the other. */
export function firstDifference(expected: Buffer, actual: Buffer): number {
  const shared = Math.min(expected.length, actual.length);
  if (expected.subarray(0, shared).equals(actual.subarray(0, shared))) return -1;
  let low = 0;
  let high = shared;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (expected.subarray(low, middle).equals(actual.subarray(low, middle))) low = middle;
    else high = middle;
  }
  return low;
}

/** The first difference of two byte strings, with a window of each around it; undefined if they are equal. */
export function difference(expected: Buffer, actual: Buffer): Difference | undefined {
  if (expected.equals(actual)) return undefined;
  const found = firstDifference(expected, actual);
  const offset = found >= 0 ? found : Math.min(expected.length, actual.length);
  const windowStart = Math.max(0, offset - before);
  return {
    offset,
    windowStart,
    expected: expected.subarray(windowStart, offset + after).toString("base64"),
    actual: actual.subarray(windowStart, offset + after).toString("base64"),
  };
}
