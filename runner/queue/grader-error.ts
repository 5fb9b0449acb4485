import type { Graded } from "../class/grade-delivery.ts";
import type { Text } from "../model/text.ts";

/** A hand-in that could not be graded, through no fault of its author. */
export function graderError(text: Text): Graded {
  return { result: null, error: { kind: "grader", text } };
}
