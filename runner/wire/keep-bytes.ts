import type { KeptBytes } from "../model/seen.ts";

/** Bytes of a longer string that a result keeps from its beginning and from its end. */
const keptHead = 256;
const keptTail = 64;

/** Bytes in the form in which results keep them: whole if they are few, else both ends and the length. */
export function keepBytes(bytes: Buffer): KeptBytes {
  if (bytes.length <= keptHead + keptTail) return { length: bytes.length, head: bytes.toString("base64") };
  return {
    length: bytes.length,
    head: bytes.subarray(0, keptHead).toString("base64"),
    tail: bytes.subarray(-keptTail).toString("base64"),
  };
}
