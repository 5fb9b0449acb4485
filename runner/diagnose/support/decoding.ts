import { firstDifference } from "../../wire/difference.ts";
import type { Evidence } from "../evidence.ts";
import type { Echo } from "./echo.ts";
import { systemError } from "./last-words.ts";

/** What a decoder writes in the place of bytes that are not text: U+FFFD in UTF-8. */
export const replacement = Buffer.from("\uFFFD");

/** Whether the bytes are valid UTF-8 as a whole. */
export function isUtf8(bytes: Buffer): boolean {
  return bytes.equals(Buffer.from(bytes.toString()));
}

/** How often the bytes hold what a decoder writes in the place of bytes that are not text. */
export function replacementsIn(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(replacement); at >= 0; at = bytes.indexOf(replacement, at + replacement.length)) count++;
  return count;
}

/** The line in which the program complains that bytes are no text, or text no bytes; null when it does not. */
export function decodingError(evidence: Evidence): string | null {
  return systemError(evidence, "not-text");
}

/** What decoding and encoding again did to what is not text: marked it, put something else in its place, or left it out. */
export type Decoding = "marked" | "replaced" | "left-out";

/** How the echo was decoded on its way; null when what came is not what a decoder makes of what was sent. */
export function decodingOf({ sent, received }: Echo): Decoding | null {
  const [bytes, came] = [sent.subarray(0, examined), received.subarray(0, examined)];
  if (replacementsIn(came) > replacementsIn(bytes)) return "marked";
  const text = Buffer.from(bytes.toString().replaceAll("\uFFFD", ""));
  if (isBeginning(came, text, bytes) || (text.length < sent.length && received.equals(text))) return "left-out";
  const others = [
    Buffer.from(bytes.toString("latin1"), "utf8"),
    Buffer.from(bytes.toString("latin1").replace(/[^\0-\x7f]/g, "?"), "latin1"),
    Buffer.from(bytes.toString().replaceAll("\uFFFD", "?")),
  ];
  return others.some((decoded) => isBeginning(came, decoded, bytes)) ? "replaced" : null;
}

/** Bytes from the beginning that are enough to tell by. */
const examined = 64 * 1024;

/**
 * Longer by what tells the two apart: as far as they agree, nothing is proven. Further on it need not agree, for what
 * becomes of a character also depends on where a recv ended.
 */
function isBeginning(received: Buffer, decoded: Buffer, sent: Buffer): boolean {
  const parting = firstDifference(sent, received);
  const shared = received.subarray(0, Math.min(decoded.length, parting + 256));
  return parting >= 0 && parting < shared.length && shared.equals(decoded.subarray(0, shared.length));
}
