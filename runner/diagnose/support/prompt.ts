import { keptStart } from "../../model/kept-bytes.ts";
import type { Evidence } from "../evidence.ts";

/** The line that a program had begun to print before its first input was typed; empty if there is none. */
export function promptOf({ transcript }: Evidence): string {
  const typedAt = transcript.findIndex(({ kind }) => kind === "typed");
  const before = transcript.slice(0, Math.max(typedAt, 0));
  return printedIn(before).split("\n").at(-1) ?? "";
}

/** What these events show of standard output, as text. */
export function printedIn(events: Evidence["transcript"]): string {
  const printed = events.filter(({ kind }) => kind === "stdout");
  return Buffer.concat(printed.map(({ bytes }) => keptStart(bytes))).toString();
}
