import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { isJunkFolder } from "./junk.ts";
import type { Member } from "./member.ts";

/** Every file below a folder of this machine, in order of name; folders of junk are not entered, links not followed. */
export async function* folderMembers(folder: string, below = ""): AsyncGenerator<Member> {
  const entries = await readdir(join(folder, below), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!isJunkFolder(entry.name)) yield* folderMembers(folder, name);
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
