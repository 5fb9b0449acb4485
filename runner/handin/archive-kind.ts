import { firstBytes } from "./first-bytes.ts";

/** Kinds of archives and of compressed files, by the form of their bytes. */
export type ArchiveKind = "zip" | "tar" | "gzip" | "RAR" | "7-Zip" | "xz" | "bzip2" | "Zstandard";

/**
 * The kind of an archive, by its bytes: many a `.zip` is a renamed RAR, and many archives have no ending. A file that has only the name
 * of an archive counts as what its name says, so that the reader of that kind reports the fault. Null for any other file.
 *
 * @param head at least its first 512 bytes
 */
export function archiveKind(name: string, head: Uint8Array): ArchiveKind | null {
  const text = Buffer.from(head.subarray(0, 6)).toString("latin1");
  const kind = signatures.find(([signature]) => text.startsWith(signature))?.[1] ?? (isTar(head) ? "tar" : null);
  // Documents and programs may be zip archives that must not be opened.
  if (kind === "zip" && zippedFiles.test(name)) return null;
  return kind ?? named.find(([ending]) => ending.test(name))?.[1] ?? null;
}

/** The same for a file on this machine. */
export async function archiveKindOf(path: string): Promise<ArchiveKind | null> {
  return archiveKind(path, await firstBytes(path));
}

/** The name without an archive's ending. */
export function withoutArchiveEnding(name: string): string {
  return name.replace(/\.(?:tar\.(?:gz|bz2|xz|zst)|tgz|tbz2?|txz|zip|tar|rar|7z|gz|bz2|xz|zst)$/i, "") || name;
}

const signatures = [
  ["PK\x03\x04", "zip"],
  ["PK\x05\x06", "zip"],
  ["\x1f\x8b", "gzip"],
  ["Rar!", "RAR"],
  ["7z\xbc\xaf", "7-Zip"],
  ["BZh", "bzip2"],
  ["\xfd7zXZ", "xz"],
  ["\x28\xb5\x2f\xfd", "Zstandard"],
] as const;

const zippedFiles = /\.(?:docx|xlsx|pptx|odt|ods|odp|epub|jar|war|apk|ipa|whl|nupkg|fig)$/i;

const named = [
  [/\.zip$/i, "zip"],
  [/\.tar$/i, "tar"],
  [/\.(?:tgz|gz)$/i, "gzip"],
  [/\.rar$/i, "RAR"],
  [/\.7z$/i, "7-Zip"],
  [/\.(?:txz|xz)$/i, "xz"],
  [/\.(?:tbz2?|bz2)$/i, "bzip2"],
  [/\.zst$/i, "Zstandard"],
] as const;

/** The first header's checksum, which POSIX defines as the sum of its bytes with the checksum itself as spaces. */
function isTar(head: Uint8Array): boolean {
  if (head.length < 512) return false;
  const written = Buffer.from(head.subarray(148, 156))
    .toString("latin1")
    .replace(/[\0 ]+$/, "")
    .trim();
  if (!/^[0-7]{1,7}$/.test(written)) return false;
  const sum = head
    .subarray(0, 512)
    .reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 32 : byte), 0);
  return sum === Number.parseInt(written, 8);
}
