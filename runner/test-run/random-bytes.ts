import { createCipheriv, createHash } from "node:crypto";

/** Bytes that look random and are the same for the same seed and label (AES-128 in counter mode). */
export function randomBytes(seed: string, label: string, length: number): Buffer {
  const key = createHash("sha256").update(`${seed}\0${label}`).digest();
  const cipher = createCipheriv("aes-128-ctr", key.subarray(0, 16), key.subarray(16));
  return cipher.update(Buffer.alloc(length));
}
