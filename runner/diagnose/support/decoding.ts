import { firstDifference } from "../../wire/difference.ts";
import type { Evidence } from "../evidence.ts";
import type { Echo } from "./echo.ts";
import { systemError } from "./last-words.ts";

/** What a decoder writes in place of bytes that are not text: U+FFFD in UTF-8. */
export const replacement = Buffer.from("\uFFFD");

/** Whether the bytes are valid UTF-8 as a whole. */
export function isUtf8(bytes: Buffer): boolean {
  return bytes.equals(Buffer.from(bytes.toString()));
}

/** Number of U+FFFD in the bytes. */
export function replacementsIn(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(replacement); at >= 0; at = bytes.indexOf(replacement, at + replacement.length)) count++;
  return count;
}

/** The line in which the program reports that bytes are not text, or text is not bytes; null if there is none. */
export function decodingError(evidence: Evidence): string | null {
  return systemError(evidence, "not-text");
}

/** What decoding and encoding did to bytes that are not text: marked them with U+FFFD, replaced them, or left them out. */
export type Decoding = "marked" | "replaced" | "left-out";

/** How the echo was decoded; null when the received bytes are not what a decoder makes of the sent ones. */
export function decodingOf({ sent, received }: Echo): Decoding | null {
  const [bytes, came] = [sent.subarray(0, examined), received.subarray(0, examined)];
  if (replacementsIn(came) > replacementsIn(bytes)) return "marked";
  const text = Buffer.from(bytes.toString().replaceAll("\uFFFD", ""));
  if (isBeginning(came, text, bytes) || (text.length < bytes.length && received.equals(text))) return "left-out";
  const others = [
    Buffer.from(bytes.toString("latin1"), "utf8"),
    Buffer.from(bytes.toString("latin1").replace(/[^\0-\x7f]/g, "?"), "latin1"),
    Buffer.from(bytes.toString().replaceAll("\uFFFD", "?")),
  ];
  return others.some((decoded) => isBeginning(came, decoded, bytes)) ? "replaced" : null;
}

/** How many bytes from the beginning are examined. */
const examined = 64 * 1024;

/**
 * Whether the received bytes begin like the decoded ones, beyond the point where these differ from the sent ones. Later
 * bytes may differ, because decoding also depends on where a recv() ended.
 */
function isBeginning(received: Buffer, decoded: Buffer, sent: Buffer): boolean {
  const parting = firstDifference(sent, received);
  const shared = received.subarray(0, Math.min(decoded.length, parting + 256));
  return parting >= 0 && parting < shared.length && shared.equals(decoded.subarray(0, shared.length));
}
