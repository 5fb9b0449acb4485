import { rm, symlink } from "node:fs/promises";
import { basename, join } from "node:path";
import type { HandIn } from "../handin/hand-in.ts";
import type { LibrarySetup } from "../launchers/launcher.ts";

/** Links installed libraries into a hand-in, where programs look for them, unless the hand-in has its own. */
export async function placeLibraries(setup: LibrarySetup, folder: string, handIn: HandIn): Promise<void> {
  const { link, replaces = [] } = setup;
  if (link !== undefined && !handIn.files.some((file) => file.startsWith(`${link}/`)))
    await symlink(join(folder, link), join(handIn.root, link)).catch((error: NodeJS.ErrnoException) => {
      // The other program of the same hand-in has made the link.
      if (error.code !== "EEXIST") throw error;
    });
  for (const file of handIn.files)
    if (replaces.includes(basename(file))) await rm(join(handIn.root, file), { force: true });
}
