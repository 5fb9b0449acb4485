import { extname, join } from "node:path";
import { isLibraryFile } from "../../handin/junk.ts";
import { openHandIn } from "../../handin/open-hand-in.ts";
import { languageOfEnding } from "../../launchers/source-language.ts";
import { removeTree } from "../../remove-tree.ts";
import type { Delivery } from "../delivery.ts";
import { withFiles } from "../with-files.ts";
import type { Sources } from "./compare-sources.ts";

/** The source files of a hand-in, in every language that wirecheck knows; none when it cannot be opened. */
export function deliveredSources(delivery: Delivery, scratch: string): Promise<Sources> {
  if (delivery.refused) return Promise.resolve({ files: [] });
  return withFiles(delivery, (path) => sourcesAt(path, scratch));
}

/** The sources in a file, a folder or an archive. */
export async function sourcesAt(path: string, scratch: string): Promise<Sources> {
  const folder = join(scratch, "sources");
  try {
    const opened = await openHandIn(path, folder);
    if ("problem" in opened) return { files: [] };
    const { files, read } = opened;
    const sources = files.filter((file) => languageOfEnding(extname(file)) && !isLibraryFile(file));
    return { files: sources.sort().map((name) => ({ name, text: read(name) })) };
  } finally {
    await removeTree(folder);
  }
}
