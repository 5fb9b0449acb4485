import type { KeptBytes } from "./seen.ts";

/** The first of the bytes that a result keeps: all of them if there are few. Empty if it keeps none. */
export function keptStart(kept: KeptBytes | undefined): Buffer {
  return Buffer.from(kept?.head ?? "", "base64");
}

/** All bytes, if a result keeps them whole; null if it keeps only their ends, or none. */
export function keptWhole(kept: KeptBytes | undefined): Buffer | null {
  const start = keptStart(kept);
  return kept?.length === start.length ? start : null;
}
