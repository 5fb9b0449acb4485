import { basename, extname } from "node:path/posix";
import type { Launcher, SourceTree } from "./launcher.ts";

/** The command with which a student runs the program in a terminal of their own: `python3 server.py`, `./server`. */
export function typedCommand(launcher: Pick<Launcher, "byHand" | "typed">, tree: SourceTree): string {
  const { byHand, typed } = launcher;
  if (typed) return typed(tree);
  const stem = basename(tree.entry, extname(tree.entry));
  if (byHand === undefined) return shellWord(`./${stem}`);
  return `${byHand} ${shellWord(byHand === "java" ? `${stem}.java` : tree.entry)}`;
}

/** A word as it must be written for a shell. */
export function shellWord(word: string): string {
  return /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
