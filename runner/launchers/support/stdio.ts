import { existsSync } from "node:fs";
import type { Command } from "../launcher.ts";

/** What `stdbuf` of GNU coreutils puts before the C library; elsewhere nothing is done. */
const libraries = ["/usr/libexec/coreutils/libstdbuf.so", "/usr/lib/coreutils/libstdbuf.so"];

/**
 * Variables that make the C library treat pipes as it treats a terminal: a line is out at its end, and what waits without one
 * before the keyboard is read. Few students flush, for at their terminal nothing is held back.
 */
export function stdioOfATerminal(): NonNullable<Command["pipedEnv"]> {
  const library = libraries.find(existsSync);
  return library === undefined ? {} : { LD_PRELOAD: library, _STDBUF_I: "L", _STDBUF_O: "L" };
}
