import { createHash } from "node:crypto";

/** At most `most` items, chosen at random by the seed, in their order. */
export function drawn<T>(all: readonly T[], most: number, seed: string): T[] {
  const lot = (index: number) => createHash("sha256").update(`${seed} ${index}`).digest("hex");
  const chosen = all
    .map((_, index) => ({ index, lot: lot(index) }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, most);
  const indices = new Set(chosen.map(({ index }) => index));
  return all.filter((_, index) => indices.has(index));
}
