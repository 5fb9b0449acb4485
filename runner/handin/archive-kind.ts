const endings = /\.(zip|tar|tar\.gz|tgz)$/i;
const otherEndings = /\.(rar|7z|tar\.(?:bz2|xz|zst)|tbz2?|txz|gz|bz2|xz)$/i;

/** Whether a file is an archive by its name, and of which kind; `other` for those that cannot be opened. */
export function archiveKind(name: string): "zip" | "tar" | "other" | null {
  if (endings.test(name)) return /\.zip$/i.test(name) ? "zip" : "tar";
  return otherEndings.test(name) ? "other" : null;
}

/** The name without an archive's ending. */
export function withoutArchiveEnding(name: string): string {
  return name.replace(endings, "").replace(otherEndings, "") || name;
}

/** Kind of an archive that cannot be opened, by its first bytes rather than its name: many a `.zip` is a renamed RAR. */
export function foreignArchive(head: Uint8Array): string | null {
  const text = Buffer.from(head.subarray(0, 6)).toString("latin1");
  return signatures.find(([signature]) => text.startsWith(signature))?.[1] ?? null;
}

const signatures = [
  ["Rar!", "RAR"],
  ["7z\xbc\xaf", "7-Zip"],
  ["BZh", "bzip2"],
  ["\xfd7zXZ", "xz"],
  ["\x28\xb5\x2f\xfd", "Zstandard"],
] as const;
