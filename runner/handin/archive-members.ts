import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { type ArchiveKind, archiveKind } from "./archive-kind.ts";
import { firstBytes } from "./first-bytes.ts";
import { DamagedArchive, fromArchive, type Member } from "./member.ts";

/**
 * The files of an archive, by the reader of its kind, which is loaded only then: most hand-ins are not archives.
 *
 * @param archive its path on this machine, or its bytes
 * @throws DamagedArchive if it cannot be read to its end, ClosedArchive if there is no reader for its kind
 */
export async function* archiveMembers(
  kind: ArchiveKind,
  name: string,
  archive: string | Buffer,
): AsyncGenerator<Member> {
  try {
    yield* membersOf(kind, name, archive);
  } catch (error) {
    const head = typeof archive === "string" ? await firstBytes(archive) : archive.subarray(0, 512);
    if (!(error instanceof DamagedArchive) || archiveKind("", head) !== null) throw error;
    throw new DamagedArchive(error.message, head.length === 0 ? "empty" : "other");
  }
}

async function* membersOf(kind: ArchiveKind, name: string, archive: string | Buffer): AsyncGenerator<Member> {
  if (kind === "zip") yield* (await import("./read-zip.ts")).zipMembers(archive);
  else if (kind === "tar") yield* (await import("./read-tar.ts")).tarMembers(archive);
  else if (kind === "gzip") yield* gzipMembers(name, archive);
  else if (kind === "Zstandard") throw new ClosedArchive(kind);
  else yield* (await import("./read-others.ts")).otherMembers(archive);
}

/** Thrown for an archive of a kind that cannot be opened here. */
export class ClosedArchive extends Error {
  override name = "ClosedArchive";
  readonly kind: ArchiveKind;

  constructor(kind: ArchiveKind) {
    super(`no reader for ${kind}`);
    this.kind = kind;
  }
}

/** A gzip file contains one file: usually a tar archive, else a file whose name without `.gz` must have an ending. */
async function* gzipMembers(name: string, archive: string | Buffer): AsyncGenerator<Member> {
  const unpacked = () =>
    (typeof archive === "string" ? createReadStream(archive) : Readable.from([archive])).pipe(createGunzip());
  if (archiveKind("", await firstUnpacked(unpacked())) === "tar") {
    yield* (await import("./read-tar.ts")).tarMembers(archive);
    return;
  }
  const inner = basename(name).replace(/\.gz$/i, "");
  if (!/.\.\w+$/.test(inner)) throw new ClosedArchive("gzip");
  yield {
    name: inner,
    kind: "file",
    declaredBytes: 0,
    content: () => fromArchive(unpacked() as AsyncIterable<Uint8Array>),
  };
}

async function firstUnpacked(stream: Readable): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes >= 512) break;
    }
  } catch (error) {
    throw new DamagedArchive((error as Error).message);
  }
  return Buffer.concat(chunks);
}
