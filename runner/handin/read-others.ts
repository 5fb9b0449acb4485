import { readFile, stat } from "node:fs/promises";
import type { ArchiveReader as Reader } from "libarchive-wasm";
import { handInLimits } from "./limits.ts";
import { DamagedArchive, type Member } from "./member.ts";

/**
 * The files of a RAR, 7-Zip, xz or bzip2 archive, read by libarchive as WebAssembly, which can reach only the bytes that it is given.
 * Each archive gets a new instance, because a damaged one may leave it in any state.
 */
export async function* otherMembers(archive: string | Buffer): AsyncGenerator<Member> {
  const bytes = typeof archive === "string" ? await whole(archive) : archive;
  const { ArchiveReader, libarchiveWasm } = await import("libarchive-wasm");
  const library = await libarchiveWasm();
  const reader = checked(() => new ArchiveReader(library, new Int8Array(bytes)));
  let count = 0;
  for (let entry = nextEntry(reader); entry !== null; entry = nextEntry(reader)) {
    count += 1;
    const { member, skip } = entry;
    if (member) yield member;
    checked(skip);
  }
  if (count === 0) throw new DamagedArchive("it contains nothing that can be read");
}

/** Reads an archive into memory, unless it is larger than a hand-in may be. */
async function whole(path: string): Promise<Buffer> {
  if ((await stat(path)).size > handInLimits.totalBytes) throw new DamagedArchive("it is too large to be opened");
  return readFile(path);
}

function nextEntry(reader: Reader): { member: Member | null; skip(): void } | null {
  const entry = checked(() => reader.nextEntry());
  if (entry === null) return null;
  const [kind, declaredBytes] = [checked(() => kindOf(entry.getFiletype(), entry.isEncrypted())), entry.getSize()];
  const member = kind && {
    // The library gives no name if it is not UTF-8.
    name: entry.getPathname() || "\uFFFD",
    kind,
    declaredBytes,
    async *content() {
      const read = checked(() => entry.readData()) ?? new Int8Array();
      if (read.length !== declaredBytes) throw new DamagedArchive("a file in it ends too early");
      yield Buffer.from(read.buffer, read.byteOffset, read.length);
    },
  };
  return { member, skip: () => entry.free() };
}

function kindOf(type: string, isEncrypted: boolean): Member["kind"] | null {
  if (type === "Directory") return null;
  if (isEncrypted) return "encrypted";
  if (type === "SymbolicLink") return "link";
  // "Invalid" are entries of archives that have no file types.
  return type === "File" || type === "Invalid" ? "file" : "special";
}

/** Any error in the library, including a WebAssembly trap, becomes a `DamagedArchive`. */
function checked<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof DamagedArchive ? error : new DamagedArchive((error as Error).message);
  }
}
