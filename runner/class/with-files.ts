import { cp, stat } from "node:fs/promises";
import { join } from "node:path";
import { handInLimits } from "../handin/limits.ts";
import { removeTree } from "../remove-tree.ts";
import { makeScratch } from "../scratch.ts";
import type { Delivery } from "./delivery.ts";

/**
 * Calls `use` with the path of a hand-in; loose files that a platform renamed are first copied into one folder under
 * the student's names.
 */
export async function withFiles<T>(
  { sources }: Pick<Delivery, "sources">,
  use: (path: string) => Promise<T>,
): Promise<T> {
  const [only] = sources;
  if (sources.length === 1 && only?.from.endsWith(`/${only.name}`)) return use(only.from);
  for (const { from } of sources) if (!(await isCopied(from))) return use(from);
  const scratch = await makeScratch();
  try {
    for (const { from, name } of sources) await cp(from, join(scratch, "hand-in", name), { recursive: true });
    return await use(join(scratch, "hand-in"));
  } finally {
    await removeTree(scratch);
  }
}

/** A special file, or one larger than any hand-in, is not copied: it is refused in place. */
async function isCopied(path: string): Promise<boolean> {
  const found = await stat(path);
  return found.isDirectory() || (found.isFile() && found.size <= handInLimits.archiveBytes);
}
