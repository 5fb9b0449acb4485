import { constants, createReadStream } from "node:fs";
import { lstat, open, opendir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { isJunkFolder, isMadeByTools, mayBeNeeded } from "./junk.ts";
import { handInLimits } from "./limits.ts";
import type { Member } from "./member.ts";

/**
 * Every file below a folder of this machine, in order of name; junk folders are not entered, links are not followed.
 *
 * @param enters whether a junk folder with this name and path is entered nevertheless. @default none
 * @throws TooManyFiles before more of them are listed than a hand-in may have
 */
export async function* folderMembers(
  folder: string,
  enters: (name: string, path: string) => boolean | Promise<boolean> = () => false,
  below = "",
  seen = { entries: 0 },
): AsyncGenerator<Member> {
  for (const entry of await entriesOf(join(folder, below), seen)) {
    const name = below === "" ? entry.name : `${below}/${entry.name}`;
    // A folder that is too deep is not entered: its own path is refused.
    const isTooDeep = name.split("/").length > handInLimits.depth;
    if (entry.isDirectory() && !isTooDeep) {
      if (!isJunkFolder(entry.name) || (await enters(entry.name, join(folder, name))))
        yield* folderMembers(folder, enters, name, seen);
    } else yield await fileMember(join(folder, name), name, kindOf(entry));
  }
}

/** Thrown if a folder has more files than a hand-in may have. */
export class TooManyFiles extends Error {
  override name = "TooManyFiles";
}

/** A single file of this machine. */
export async function fileMember(path: string, name: string, kind: Member["kind"] = "file"): Promise<Member> {
  // A file whose name is not UTF-8 is not found here, and is refused later because of its name.
  const found = kind === "file" ? await lstat(path).catch(() => null) : null;
  const declaredBytes = found?.size ?? 0;
  return { name, kind, declaredBytes, content: () => contentOf(path) };
}

/** Reads the entries one at a time: of a folder with a million names no more are read than allowed. */
async function entriesOf(folder: string, seen: { entries: number }) {
  const entries = [];
  for await (const entry of await opendir(folder)) {
    seen.entries += 1;
    if (seen.entries > handInLimits.entries) throw new TooManyFiles();
    entries.push(entry);
  }
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Opened without waiting, because a file may have been replaced by a pipe since it was listed. */
async function* contentOf(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    if (!(await file.stat()).isFile()) return;
    for await (const chunk of createReadStream(path, { fd: file, autoClose: false })) yield chunk as Uint8Array;
  } finally {
    await file.close();
  }
}

function kindOf(entry: { isFile(): boolean; isSymbolicLink(): boolean }): Member["kind"] {
  if (entry.isFile()) return "file";
  return entry.isSymbolicLink() ? "link" : "special";
}

/** Whether a folder `env` or `target` is the student's own rather than a tool's. */
export async function isOwnFolder(name: string, path: string): Promise<boolean> {
  if (!mayBeNeeded(name) || name === "node_modules") return false;
  const inside = await readdir(path, { withFileTypes: true });
  const below = await Promise.all(
    inside.map(async (entry) =>
      entry.isDirectory()
        ? (await readdir(join(path, entry.name))).map((file) => `${entry.name}/${file}`)
        : [entry.name],
    ),
  );
  return !isMadeByTools(below.flat());
}
