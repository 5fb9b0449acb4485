import { createHash } from "node:crypto";

/**
 * A file name for each of these distinct names: safe on every file system and in every shell, and unique even where
 * case does not count. A name that had to be changed ends in a few digits of its digest.
 */
export function fileStems(names: readonly string[]): Map<string, string> {
  const taken = new Set<string>();
  // Names that need no change come first, so that no changed name takes theirs.
  const inOrder = [...names].sort((a, b) => Number(simple(b) === b) - Number(simple(a) === a));
  const stems = inOrder.map((name): [string, string] => {
    const wish = simple(name);
    const stem = wish === name && !taken.has(wish.toLowerCase()) ? wish : `${wish}-${digestOf(name)}`;
    taken.add(stem.toLowerCase());
    return [name, stem];
  });
  return new Map(stems);
}

function simple(name: string): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "");
  const safe = plain
    .replace(/[^A-Za-z0-9._-]+/g, "-")
    .replace(/^[.-]+|[.-]+$/g, "")
    .slice(0, 60);
  // On Windows these names are devices, with any extension.
  return safe === "" || /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(safe) ? `student-${safe}` : safe;
}

function digestOf(name: string): string {
  return createHash("sha256").update(name).digest("hex").slice(0, 8);
}
