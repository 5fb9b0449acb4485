import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { withPaths } from "../arena/environment.ts";
import type { PreparedCommand } from "../model/prepared-program.ts";

/**
 * Whether the program was compiled with AddressSanitizer (`-fsanitize=address`), as C courses advise. It reserves terabytes
 * that it never touches, and must be the first library that is loaded.
 */
export async function isSanitized(
  { argv: [file = ""] }: PreparedCommand,
  place: { files: string; build: string },
): Promise<boolean> {
  const path = resolve(place.files, withPaths(file, { home: place.files, build: place.build }));
  const binary = await readFile(path).catch(() => null);
  return binary?.includes("__asan_init") === true;
}
