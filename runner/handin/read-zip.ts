import { readFile, stat } from "node:fs/promises";
import { crc32 } from "node:zlib";
import { type Entry, fromBufferPromise, getFileNameLowLevel, openPromise, type ZipFile } from "yauzl";
import { handInLimits } from "./limits.ts";
import { DamagedArchive, fromArchive, type Member } from "./member.ts";

/** The files of a zip archive; throws `DamagedArchive` if it cannot be read to its end. */
export async function* zipMembers(archive: string | Buffer): AsyncGenerator<Member> {
  // Names are decoded below: the library would refuse the archive at the first unsafe one, without saying which.
  const options = { decodeStrings: false, autoClose: false };
  const opening = typeof archive === "string" ? openPromise(archive, options) : fromBufferPromise(archive, options);
  const zip = await opening.catch(async (error: Error) => {
    const cut = await withoutTrailingBytes(archive);
    if (cut) return fromBufferPromise(cut, options);
    throw new DamagedArchive(error.message);
  });
  try {
    for await (const entry of fromArchive(zip.eachEntry())) {
      const name = entryName(entry);
      if (!name.endsWith("/")) {
        yield {
          name,
          kind: kindOf(entry),
          declaredBytes: entry.uncompressedSize,
          content: () => entryContent(zip, entry),
        };
      }
    }
  } finally {
    zip.close();
  }
}

/** The archive without bytes that a platform or mail program has added after its last record, usually a line end; null if it has none. */
async function withoutTrailingBytes(archive: string | Buffer): Promise<Buffer | null> {
  const isLarge = typeof archive === "string" && (await stat(archive)).size > handInLimits.totalBytes;
  if (isLarge) return null;
  const bytes = typeof archive === "string" ? await readFile(archive) : archive;
  const start = bytes.lastIndexOf(lastRecord);
  if (start < 0 || start + lastRecordBytes > bytes.length) return null;
  const end = start + lastRecordBytes + bytes.readUInt16LE(start + lastRecordBytes - 2);
  return end < bytes.length ? bytes.subarray(0, end) : null;
}

/** End of central directory record (APPNOTE.TXT 4.3.16): its signature, and its length without a comment. */
const lastRecord = Buffer.from("PK\x05\x06", "latin1");
const lastRecordBytes = 22;

/** A name is decoded as UTF-8 if it is valid, even if the archive does not say so (macOS never does); else as CP437, the standard. */
function entryName(entry: Entry): string {
  const raw = entry.fileNameRaw;
  const flags = isUtf8(raw) ? entry.generalPurposeBitFlag | utf8Flag : entry.generalPurposeBitFlag;
  return getFileNameLowLevel(flags, raw, entry.extraFields, false);
}

const utf8Flag = 0x800;

/** The upper half of the external attributes has the Unix file type; archives made on Windows have none. */
function kindOf(entry: Entry): Member["kind"] {
  if (entry.isEncrypted()) return "encrypted";
  const type = (entry.externalFileAttributes >>> 16) & 0o170000;
  if (type === 0o120000) return "link";
  return type === 0 || type === 0o100000 ? "file" : "special";
}

async function* entryContent(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  let checksum = 0;
  const bytes = (await openEntry(zip, entry)) as AsyncIterable<Buffer>;
  for await (const chunk of fromArchive(bytes)) {
    checksum = crc32(chunk, checksum);
    yield chunk;
  }
  if (checksum !== entry.crc32) throw new DamagedArchive("checksum does not match");
}

function openEntry(zip: ZipFile, entry: Entry): Promise<unknown> {
  return zip.openReadStreamPromise(entry).catch((error: Error) => {
    throw new DamagedArchive(error.message);
  });
}

function isUtf8(bytes: Buffer): boolean {
  return Buffer.from(bytes.toString("utf8"), "utf8").equals(bytes);
}
