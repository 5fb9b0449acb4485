/** A hand-in that was compared with the others, as reports show it. */
export interface ComparedHandIn {
  path: string;
  /** Its students; empty if they are not known. */
  students: readonly { id: string; name: string | null }[];
  /** Its sources one after another, each after a line with its name. */
  lines: readonly string[];
}

/** A passage that two hand-ins share; lines are counted from 0, and `to` is the last one. */
export interface SharedPassage {
  left: { from: number; to: number };
  right: { from: number; to: number };
}

/** Two hand-ins that share more than the whole class does. */
export interface SimilarPair {
  left: ComparedHandIn;
  right: ComparedHandIn;
  /** The share (0 to 1) of their code, without what the class shares and what was given, that is in both. */
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
