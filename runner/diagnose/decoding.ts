import type { Echo } from "./echo.ts";
import type { Evidence } from "./evidence.ts";
import { lineMatching } from "./last-words.ts";

/** What a decoder writes in the place of bytes that are no text: U+FFFD in UTF-8. */
export const replacement = Buffer.from("\uFFFD");

/** Whether the bytes are valid UTF-8 as a whole. */
export function isUtf8(bytes: Buffer): boolean {
  return bytes.equals(Buffer.from(bytes.toString()));
}

/** How often the bytes hold what a decoder writes in the place of bytes that are no text. */
export function replacementsIn(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(replacement); at >= 0; at = bytes.indexOf(replacement, at + replacement.length)) count++;
  return count;
}

/** The line in which the program complains that bytes are no text, or text no bytes; null when it does not. */
export function decodingError(evidence: Evidence): string | null {
  return lineMatching(evidence, decodingErrors);
}

/** How the languages' libraries word it. */
const decodingErrors =
  /codec can't (de|en)code|Utf8Error|FromUtf8Error|did not contain valid UTF-8|invalid utf-8|MalformedInputException|UnmappableCharacter|encoded data was not valid/;

/** Whether the echo was decoded on its way: what came is what a decoder makes of what was sent, up to where it ends. */
export function wasDecoded(echo: Echo): boolean {
  const sent = echo.sent.subarray(0, examined);
  const received = echo.received.subarray(0, examined);
  if (replacementsIn(received) > replacementsIn(sent)) return true;
  return [
    Buffer.from(sent.toString("latin1"), "utf8"),
    Buffer.from(sent.toString().replaceAll("\uFFFD", "")),
    Buffer.from(sent.toString("latin1").replace(/[^\0-\x7f]/g, "?"), "latin1"),
    Buffer.from(sent.toString().replaceAll("\uFFFD", "?")),
  ].some((decoded) => isBeginning(received, decoded, sent));
}

/** Bytes from the beginning that are enough to tell by. */
const examined = 64 * 1024;

/** Longer by what tells the two apart: as far as they agree, nothing is proven. */
function isBeginning(received: Buffer, decoded: Buffer, sent: Buffer): boolean {
  const shared = received.subarray(0, decoded.length);
  return shared.equals(decoded.subarray(0, received.length)) && !shared.equals(sent.subarray(0, shared.length));
}
