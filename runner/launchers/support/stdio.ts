import { existsSync } from "node:fs";
import type { Command } from "../launcher.ts";

/** The library that `stdbuf` of GNU coreutils preloads; on other systems nothing is done. */
const libraries = ["/usr/libexec/coreutils/libstdbuf.so", "/usr/lib/coreutils/libstdbuf.so"];

/**
 * Variables that make the C library treat pipes like a terminal: a line is written at its end, and text without a line end
 * before the keyboard is read. Few students flush, because at their terminal it is not needed.
 */
export function stdioOfATerminal(): NonNullable<Command["pipedEnv"]> {
  const library = libraries.find(existsSync);
  return library === undefined ? {} : { LD_PRELOAD: library, _STDBUF_I: "L", _STDBUF_O: "L" };
}
