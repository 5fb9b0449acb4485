import { basename, extname } from "node:path/posix";
import type { Launcher } from "./launcher.ts";

/** The command with which a student runs the program in a terminal of their own: `python3 server.py`, `./server`. */
export function typedCommand(launcher: Pick<Launcher, "byHand">, entry: string): string {
  const { byHand } = launcher;
  const stem = basename(entry, extname(entry));
  if (byHand === undefined) return quoted(`./${stem}`);
  return `${byHand} ${quoted(byHand === "java" ? `${stem}.java` : entry)}`;
}

function quoted(word: string): string {
  return /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
