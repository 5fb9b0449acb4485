import { dirname } from "node:path/posix";
import type { SourceTree } from "../launcher.ts";
import { blankOut } from "../support/blank-out.ts";
import { localImports } from "../support/local-imports.ts";
import { cIncludes, cSource, definesMain } from "./source.ts";

/**
 * The files to compile for one program of a hand-in that may have several: the entry and every file without a `main` of
 * its own, except those in another program's folder and those that a source includes as text.
 */
export function cSources(tree: SourceTree): string[] {
  const endings = /\.c$/i.test(tree.entry) ? /\.c$/i : /\.(cpp|cc|cxx|c\+\+)$/i;
  const sources = tree.files.filter((file) => endings.test(file));
  const withMain = new Set(sources.filter((file) => definesMain.test(blankOut(tree.read(file), cSource.syntax))));
  const foreignFolders = new Set([...withMain].map(dirname).filter((folder) => folder !== dirname(tree.entry)));
  const included = new Set(sources.flatMap((file) => localImports(file, tree, cIncludes)));
  const helpers = sources.filter(
    (file) => !withMain.has(file) && !included.has(file) && !foreignFolders.has(dirname(file)),
  );
  return [tree.entry, ...helpers.filter((file) => file !== tree.entry)];
}

/** Folders in which `#include "x.h"` finds the headers of the hand-in. */
export function includeFolders({ files }: SourceTree): string[] {
  const folders = files.filter((file) => /\.(h|hh|hpp|hxx)$/i.test(file)).map(dirname);
  return [...new Set(folders)].map((folder) => `-I${folder}`);
}
