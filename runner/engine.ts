import { mkdirSync } from "node:fs";
import * as nodeModule from "node:module";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { cacheFolder } from "./cache-folder.ts";

/**
 * Settings of V8 for runs of a second or two, in which it would take longer to compile the code well than the code then runs. To be
 * imported before all that they are about.
 */
optimiseLater();
keepCompiledCode();

/**
 * Functions are compiled for speed only when they have run fifteen times as long as usual: to do it so early cost an eighth of all
 * processor time, and won back none of it.
 */
function optimiseLater(): void {
  const [major = 0] = process.versions.node.split(".").map(Number);
  /** The V8 of later ones does not know the option, and would say so to whoever runs the command. */
  const lastWithOption = 20;
  if (major <= lastWithOption) setFlagsFromString("--interrupt-budget=1000000");
}

/** What was compiled is read in the next run, with Node.js 22.1 or later: a twentieth of the processor time of a short run. */
function keepCompiledCode(): void {
  const { enableCompileCache } = nodeModule as { enableCompileCache?: (folder: string) => unknown };
  const folder = cacheFolder();
  if (enableCompileCache === undefined || folder === null) return;
  try {
    // Whoever can write there can have the user run any code.
    mkdirSync(join(folder, "code"), { recursive: true, mode: 0o700 });
    enableCompileCache(join(folder, "code"));
  } catch {
    // Without a folder to write to, the code is compiled in each run.
  }
}
