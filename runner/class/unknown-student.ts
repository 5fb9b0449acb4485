import { nearest } from "../spec/nearest.ts";
import type { Students } from "./students.ts";

/** The sentence about a word that names no student of the class, or more than one. */
export function unknownStudent(word: string, students: Students): string {
  const found = students.named(word);
  if ("candidates" in found && found.candidates.length > 0)
    return `\`${word}\` could be any of ${found.candidates.map(({ id }) => id).join(", ")}: write the id`;
  const ids = students.all.map(({ id }) => id);
  const meant = nearest(word, ids);
  return `no student of the class is \`${word}\`: ${meant ? `did you mean \`${meant}\`?` : "check the roster"}`;
}
