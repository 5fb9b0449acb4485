/** A hand-in that was compared with the others, as it is shown. */
export interface ComparedHandIn {
  path: string;
  /** Those whose it is; empty where nobody knows. */
  students: readonly { id: string; name: string | null }[];
  /** Its sources one after another, each under a line with its name. */
  lines: readonly string[];
}

/** A passage that two hand-ins share; lines count from 0, and the last is within. */
export interface SharedPassage {
  left: { from: number; to: number };
  right: { from: number; to: number };
}

/** Two hand-ins that share more than what the whole class does. */
export interface SimilarPair {
  left: ComparedHandIn;
  right: ComparedHandIn;
  /** Share of what each of them has for itself, beside the class and what was given, that the other has too: 0 to 1. */
  similarity: number;
  passages: readonly SharedPassage[];
}

/** How alike the hand-ins of a class are. */
export interface Similarity {
  compared: number;
  /** Hand-ins without a source that can be read. */
  left: readonly string[];
  /** Most alike first. */
  pairs: readonly SimilarPair[];
}
