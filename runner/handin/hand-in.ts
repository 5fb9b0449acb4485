import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { languageOfEnding } from "../launchers/source-language.ts";
import { handInLimits } from "./limits.ts";
import type { HandInProblem } from "./problem.ts";

/** An archive within a hand-in that could not be opened, and why. */
export type UnopenedArchive = Extract<
  HandInProblem,
  { code: "unsupported-archive" | "damaged-archive" | "empty-archive" | "not-an-archive" }
>;

/** What a student handed in, unpacked and cleaned. */
export interface HandIn {
  /** Name of the file or folder, without an archive's ending. */
  id: string;
  /** Folder of this machine with the files. */
  root: string;
  /** Every file, relative to the root, with forward slashes, sorted. */
  files: readonly string[];
  /** Digest (SHA-256, hex) over names and contents of the files. */
  sha256: string;
  /** Archives among the files that could not be opened. */
  unopened: readonly UnopenedArchive[];
  /** Text of a file: its first MiB, without byte-order mark and CR, and with U+FFFD instead of invalid UTF-8. */
  read(file: string): string;
}

/**
 * The unpacked hand-in in a folder. As long as a folder contains only one folder, that one becomes the root, unless its programs need
 * its name.
 */
export async function handInAt(folder: string, id: string, unopened: readonly UnopenedArchive[] = []): Promise<HandIn> {
  const root = await innermost(folder);
  const { files, read } = await filesAt(root);
  return { id, root, files, sha256: await digest(root, files), unopened, read };
}

/** Every file below a folder, and their texts. */
export async function filesAt(root: string): Promise<Pick<HandIn, "files" | "read">> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
  const texts = new Map<string, string>();
  return { files, read };

  function read(file: string): string {
    const text = texts.get(file) ?? readText(join(root, file));
    texts.set(file, text);
    return text;
  }
}

async function innermost(folder: string): Promise<string> {
  const [first, ...others] = await readdir(folder, { withFileTypes: true });
  if (!first?.isDirectory() || others.length > 0) return folder;
  return (await isNeededByName(folder, first.name)) ? folder : innermost(join(folder, first.name));
}

async function isNeededByName(parent: string, name: string): Promise<boolean> {
  const entries = await readdir(join(parent, name), { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => `${name}/${entry.name}`);
  const read = (file: string) => readText(join(parent, file));
  return files.some((entry) => languageOfEnding(extname(entry))?.needsFolder?.({ entry, files, read }) === true);
}

async function digest(root: string, files: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const file of files) {
    const content = await readFile(join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

function readText(path: string): string {
  const descriptor = openSync(path, "r");
  try {
    const buffer = Buffer.alloc(handInLimits.textBytes);
    const length = readSync(descriptor, buffer, 0, buffer.length, 0);
    return new TextDecoder().decode(buffer.subarray(0, length)).replace(/\r\n?/g, "\n");
  } finally {
    closeSync(descriptor);
  }
}
