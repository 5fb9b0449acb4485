import type { UnsafeName } from "../texts/handin.ts";
import { handInLimits } from "./limits.ts";

/** A member's name as a path below the hand-in, without `./` and double slashes, or why it cannot be one. */
export function safePath(name: string): { path: string } | { why: UnsafeName } {
  if (/^(?:\/|[A-Za-z]:)/.test(name)) return { why: "absolute" };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u001f\u007f]/.test(name)) return { why: "control" };
  const parts = name.split("/").filter((part) => part !== "" && part !== ".");
  if (parts.includes("..")) return { why: "traversal" };
  if (parts.length === 0) return { why: "empty" };
  const path = parts.join("/");
  const tooLong = parts.some((part) => Buffer.byteLength(part) > handInLimits.nameBytes);
  if (tooLong || parts.length > handInLimits.depth || Buffer.byteLength(path) > handInLimits.pathBytes) {
    return { why: "long" };
  }
  return { path };
}
