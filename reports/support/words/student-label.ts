import type { ClassStudent } from "../../../runner/model/class-result.ts";

/** A student's name and id, or the id alone. May hold control characters. */
export function studentLabel({ id, name }: Pick<ClassStudent, "id" | "name">): string {
  return name === null || name === id ? id : `${name} (${id})`;
}
