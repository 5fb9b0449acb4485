import { basename, extname } from "node:path/posix";
import type { SourceTree } from "../launcher.ts";

/** A file of the hand-in as an argument, so that a name with a dash at its beginning is not read as an option. */
export function fileArgument(file: string): string {
  return file.startsWith("-") ? `./${file}` : file;
}

/** A word as it must be written for a shell. */
export function shellWord(word: string): string {
  return /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** The command with which a student runs a program that was compiled by hand and has the name of its file. */
export function typedProgram({ entry }: SourceTree): string {
  return shellWord(`./${stemOf(entry)}`);
}

/** Name of a file without its folder and its ending. */
export function stemOf(file: string): string {
  return basename(file, extname(file));
}
