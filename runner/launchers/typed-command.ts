import { basename, extname } from "node:path/posix";
import type { Launcher, SourceTree } from "./launcher.ts";

/** The command with which a student runs the program in a terminal of their own: `python3 server.py`, `./server`. */
export function typedCommand(launcher: Pick<Launcher, "byHand" | "argumentsByHand">, tree: SourceTree): string {
  const { byHand } = launcher;
  const { entry } = tree;
  const stem = basename(entry, extname(entry));
  if (byHand === undefined) return quoted(`./${stem}`);
  const typed = launcher.argumentsByHand?.(tree) ?? [byHand === "java" ? `${stem}.java` : entry];
  return [byHand, ...typed.map(quoted)].join(" ");
}

function quoted(word: string): string {
  return /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
