import { difference } from "../../wire/difference.ts";
import { keepBytes } from "../../wire/keep-bytes.ts";

/** The expected bytes, the actual ones and their first difference, as parts of a failure. */
export function comparison(expected: Buffer, actual: Buffer) {
  const parting = difference(expected, actual);
  return { expected: keepBytes(expected), actual: keepBytes(actual), ...(parting && { difference: parting }) };
}
