import { cp, stat } from "node:fs/promises";
import { join } from "node:path";
import { handInLimits } from "../handin/limits.ts";
import { removeTree } from "../remove-tree.ts";
import { makeScratch } from "../scratch.ts";
import type { Delivery } from "./delivery.ts";

/** Loose files that a platform renamed are brought together, under the names that the student gave them. */
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

/** What is no file, or larger than any hand-in, is refused where it lies. */
async function isCopied(path: string): Promise<boolean> {
  const found = await stat(path);
  return found.isDirectory() || (found.isFile() && found.size <= handInLimits.archiveBytes);
}
