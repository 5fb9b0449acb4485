import { createWriteStream } from "node:fs";
import { mkdir, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { archiveKindOf } from "../handin/archive-kind.ts";
import { archiveMembers } from "../handin/archive-members.ts";
import { isJunk } from "../handin/junk.ts";
import { handInLimits } from "../handin/limits.ts";
import { DamagedArchive, type Member } from "../handin/member.ts";
import { safePath } from "../handin/member-name.ts";
import { type HandInProblem, handInProblemText } from "../handin/problem.ts";
import type { Text } from "../model/text.ts";

/** Most bytes that may come out of a class's archive, per byte of the archive; most hand-ins are archives themselves. */
const ratio = 100;
const ratioFromBytes = 2 ** 30;

/**
 * Unpacks the archive of a whole class into a folder; hand-ins that are archives themselves stay closed.
 *
 * An unsafe or too large member refuses only its own hand-in: the reason is returned under the name of the entry, the
 * first part of the path.
 * @throws DamagedArchive when the archive as a whole cannot be read, or unpacks to too much.
 */
export async function unpackClass(archive: string, folder: string): Promise<Map<string, Text>> {
  const refused = new Map<string, Text>();
  const budget = Math.max(ratioFromBytes, (await stat(archive)).size * ratio);
  const bytesOf = new Map<string, number>();
  let bytes = 0;
  const kind = await archiveKindOf(archive);
  if (kind === null) throw new DamagedArchive("it is not an archive");
  for await (const member of archiveMembers(kind, archive, archive)) {
    const entry = member.name.split("/")[0] ?? "";
    if (isJunk(member.name) || refused.has(entry)) continue;
    const taken = await take(member, folder);
    if (typeof taken === "number") {
      bytes += taken;
      bytesOf.set(entry, (bytesOf.get(entry) ?? 0) + taken);
    }
    const tooLarge = (bytesOf.get(entry) ?? 0) > handInLimits.totalBytes;
    if (tooLarge) refuse({ code: "too-large", limitBytes: handInLimits.totalBytes });
    if (typeof taken !== "number") refuse(taken);
    if (bytes > budget) throw new DamagedArchive(`it grows to more than ${ratio} times its size`);

    function refuse(problem: HandInProblem): void {
      refused.set(entry, handInProblemText(problem));
    }
  }
  // A hand-in of which nothing could be unpacked still gets an entry, and so a line in the report.
  for (const name of refused.keys())
    if ("path" in safePath(name)) await mkdir(join(folder, name), { recursive: true }).catch(() => {});
  return refused;
}

/** Writes one member and returns its size, or says why it may not be written. */
async function take(member: Member, folder: string): Promise<number | HandInProblem> {
  if (member.name.includes("\uFFFD")) return { code: "name-encoding", file: member.name };
  const safe = safePath(member.name);
  if ("why" in safe) return { code: "unsafe-name", file: member.name, why: safe.why };
  const { path } = safe;
  if (member.kind === "link") return { code: "link", file: path };
  if (member.kind === "special") return { code: "special-file", file: path };
  if (member.kind === "encrypted") return { code: "encrypted-archive", archive: path, file: path };
  const target = join(folder, path);
  try {
    await mkdir(dirname(target), { recursive: true });
    const file = createWriteStream(target, { flags: "wx" });
    await pipeline(Readable.from(atMost(member.content(), handInLimits.fileBytes)), file);
    return file.bytesWritten;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof TooLarge) {
      await rm(target, { force: true });
      return { code: "file-too-large", file: path, limitBytes: handInLimits.fileBytes };
    }
    if (code === "EEXIST" || code === "ENOTDIR" || code === "EISDIR")
      return { code: "name-clash", first: path, second: path };
    throw error;
  }
}

class TooLarge extends Error {}

async function* atMost(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > limit) throw new TooLarge();
    yield chunk;
  }
}
