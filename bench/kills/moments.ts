import { randomBytes } from "../../runner/test-run/random-bytes.ts";

/** Pseudo-random numbers from 0 to 1, the same for the same seed. */
export function moments(seed: number): () => number {
  let count = 0;
  return () => randomBytes(`${seed}`, `moment ${count++}`, 4).readUInt32LE() / 2 ** 32;
}
