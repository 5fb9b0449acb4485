import { execFile } from "node:child_process";
import { mkdir, realpath, stat, symlink, truncate, writeFile } from "node:fs/promises";
import { basename, dirname, join, posix } from "node:path";
import { promisify } from "node:util";
import * as z from "zod";
import { mayBeNeeded } from "../handin/junk.ts";
import { handInLimits } from "../handin/limits.ts";
import type { Member } from "../handin/member.ts";
import { fileMember, folderMembers } from "../handin/read-folder.ts";
import { deflate, inflate } from "./deflate.ts";

/** A file or folder in a pack. */
const entry = z.strictObject({
  path: z.string(),
  kind: z.enum(["file", "folder", "link", "special"]),
  bytes: z.int().nonnegative().describe("Its size"),
  packed: z.int().nonnegative().describe("How many of its bytes are packed: none when it is too large to be graded"),
});
type Entry = z.infer<typeof entry>;

const header = z.array(entry);

/** Thrown when the files are too large for a queue. */
export class TooMuchToPack extends Error {
  override name = "TooMuchToPack";
}

/**
 * Packs files and folders, as they were delivered, into compressed bytes: the n-th of them in the folder n. Links and
 * files that are too large are packed only by name and size, so that the grader refuses them with the same message.
 *
 * @throws TooMuchToPack, TooManyFiles, or the file system's own error
 */
export async function packFiles(sources: readonly string[]): Promise<Buffer> {
  const entries: Entry[] = [];
  const contents: Uint8Array[] = [];
  let left: number = handInLimits.archiveBytes;
  for (const [index, source] of sources.entries()) {
    const path = `${index}/${basename(source)}`;
    const real = await realpath(source);
    const found = await stat(real);
    if (found.isFile()) await add(path, await fileMember(real, path), handInLimits.archiveBytes);
    else if (!found.isDirectory()) entries.push({ path, kind: "special", bytes: 0, packed: 0 });
    else {
      entries.push({ path, kind: "folder", bytes: 0, packed: 0 });
      for await (const member of folderMembers(real, mayBeNeeded)) await add(`${path}/${member.name}`, member);
    }
  }
  const written = Buffer.from(JSON.stringify(entries));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(written.length);
  return deflate(Buffer.concat([length, written, ...contents]));

  async function add(path: string, member: Member, most: number = handInLimits.fileBytes): Promise<void> {
    const kind = member.kind === "encrypted" ? "special" : member.kind;
    const isRead = kind === "file" && member.declaredBytes <= most && !path.includes("\uFFFD");
    let packed = 0;
    if (isRead)
      for await (const chunk of member.content()) {
        packed += chunk.length;
        left -= chunk.length;
        if (left < 0) throw new TooMuchToPack();
        contents.push(chunk);
      }
    entries.push({ path, kind, bytes: isRead ? packed : member.declaredBytes, packed });
  }
}

/** Unpacks files into a folder; returns the path of each source, in the order in which they were packed. */
export async function unpackFiles(packed: Uint8Array, folder: string): Promise<string[]> {
  const bytes = await inflate(packed, { maxOutputLength: 2 * handInLimits.archiveBytes });
  const start = 4 + bytes.readUInt32BE();
  const entries = header.parse(JSON.parse(bytes.subarray(4, start).toString()));
  const sources = new Map<string, string>();
  let offset = start;
  for (const { path, kind, ...size } of entries) {
    const target = join(folder, within(path));
    const [index = "", name = ""] = path.split("/");
    sources.set(index, join(folder, index, name));
    await mkdir(kind === "folder" ? target : dirname(target), { recursive: true });
    if (kind === "link") await symlink("elsewhere", target);
    if (kind === "special") await promisify(execFile)("mkfifo", ["--", target]);
    if (kind !== "file") continue;
    await writeFile(target, bytes.subarray(offset, offset + size.packed), { flag: "wx" });
    offset += size.packed;
    // A sparse file of the original size.
    if (size.bytes > size.packed) await truncate(target, size.bytes);
  }
  return [...sources.values()];
}

/** @throws Error for a path that leads out of the folder */
function within(path: string): string {
  const parts = path.split("/");
  const isSafe = parts.every((part) => part !== "" && part !== "." && part !== ".." && !part.includes("\0"));
  if (isSafe && posix.normalize(path) === path) return path;
  throw new Error(`a packed file has the path ${JSON.stringify(path)}`);
}
