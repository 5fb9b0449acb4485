import type { ComparedHandIn, SimilarPair } from "../../../runner/model/similarity.ts";
import { studentLabel } from "../../support/words/student-label.ts";

/** The owners of a hand-in, or its path. May contain control characters. */
export function ownersOf({ students, path }: ComparedHandIn): string {
  return students.length > 0 ? students.map(studentLabel).join(", ") : path;
}

/** "83 %". */
export function percentOf({ similarity }: SimilarPair): string {
  return `${Math.round(similarity * 100)} %`;
}
