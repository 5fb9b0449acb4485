import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { isJunkFolder, isMadeByTools, mayBeNeeded } from "./junk.ts";
import type { Member } from "./member.ts";

/**
 * Every file below a folder of this machine, in order of name; folders of junk are not entered, links not followed.
 *
 * @param enters whether a folder of this name is entered all the same, given its path. @default none
 */
export async function* folderMembers(
  folder: string,
  enters: (name: string, path: string) => boolean | Promise<boolean> = () => false,
  below = "",
): AsyncGenerator<Member> {
  const entries = await readdir(join(folder, below), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!isJunkFolder(entry.name) || (await enters(entry.name, join(folder, name))))
        yield* folderMembers(folder, enters, name);
    } else yield fileMember(join(folder, name), name, kindOf(entry));
  }
}

/** A single file of this machine. */
export function fileMember(path: string, name: string, kind: Member["kind"] = "file"): Member {
  return { name, kind, declaredBytes: 0, content: () => createReadStream(path) };
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
