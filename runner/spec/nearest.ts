import { distance } from "fastest-levenshtein";

/** The candidate that the author of a misspelt word most likely meant; undefined if none is close. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const edits = distance(word.toLowerCase(), candidate.toLowerCase());
    // Two swapped letters cost two edits, so a word of four letters must be allowed two.
    const allowed = Math.ceil(Math.max(word.length, candidate.length) / 3);
    if (edits <= allowed && edits < bestDistance) {
      best = candidate;
      bestDistance = edits;
    }
  }
  return best;
}
