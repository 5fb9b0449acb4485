import { difference } from "../../wire/difference.ts";
import { keepBytes } from "../../wire/keep-bytes.ts";

/** What should have come, what came, and the first difference, in the form of a failure. */
export function comparison(expected: Buffer, actual: Buffer) {
  const parting = difference(expected, actual);
  return { expected: keepBytes(expected), actual: keepBytes(actual), ...(parting && { difference: parting }) };
}
