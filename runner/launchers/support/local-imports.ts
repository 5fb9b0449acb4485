import { dirname } from "node:path/posix";
import type { SourceTree } from "../launcher.ts";
import { blankOut, type Syntax } from "./blank-out.ts";

type Files = Pick<SourceTree, "files" | "read">;

/** How a family of languages names the other files of a program. */
export interface ImportRule {
  syntax: Syntax;
  /**
   * For each import the paths that it may mean, best first.
   *
   * @param code The source without its comments.
   * @param folder The folder of the source, relative to the root of the hand-in.
   */
  candidates(code: string, folder: string): string[][];
}

/** The files of the hand-in that this file itself imports, includes or requires. */
export function localImports(file: string, tree: Files, { syntax, candidates }: ImportRule): string[] {
  const code = blankOut(tree.read(file), syntax, { keepStrings: true });
  const present = new Set(tree.files);
  const found = candidates(code, dirname(file)).map((names) => names.find((name) => present.has(name)));
  return [...new Set(found.filter((name) => name !== undefined && name !== file))] as string[];
}

/** The entry and every file of the hand-in that it needs, directly or through others. */
export function withLocalImports({ entry, ...tree }: SourceTree, rule: ImportRule): string[] {
  const reached = new Set([entry]);
  for (const next of reached) for (const imported of localImports(next, tree, rule)) reached.add(imported);
  return [...reached];
}
