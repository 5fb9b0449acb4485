import { isDeepStrictEqual } from "node:util";
import type { Reading } from "./desk-setup.ts";

/** The students whose notes changed. */
export function changedNotes(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): string[] {
  return [...new Set([...before.keys(), ...now.keys()])].filter((id) => before.get(id) !== now.get(id));
}

/** The students whose marks by hand changed; null when anything else changed, too. */
export function changedMarks(before: Reading, now: Reading): string[] | null {
  const { marks: old, ...others } = before.marking;
  const { marks, ...otherNow } = now.marking;
  const isSame =
    isDeepStrictEqual(before.run, now.run) &&
    isDeepStrictEqual(others, otherNow) &&
    isDeepStrictEqual(old.maxPoints, marks.maxPoints);
  if (!isSame) return null;
  const ids = [...new Set([...old.byStudent.keys(), ...marks.byStudent.keys()])];
  return ids.filter((id) => !isDeepStrictEqual(old.byStudent.get(id), marks.byStudent.get(id)));
}
