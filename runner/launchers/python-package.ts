import { basename, dirname } from "node:path/posix";
import { blankOut } from "./blank-out.ts";
import type { SourceTree } from "./launcher.ts";

type Files = Pick<SourceTree, "files" | "read">;

/**
 * The module under which alone this file can run, `python3 -m echo.client`: it imports from the package that it lies in,
 * which a file that is started by its path does not know. Null for a plain script.
 */
export function packageModule(file: string, tree: Files): string | null {
  const folder = dirname(file);
  if (folder === "." || folder.includes(".") || !importsItsPackage(file, tree)) return null;
  const path = file.replace(/\.pyw?$/i, "").replace(/\/__main__$/, "");
  return path.replaceAll("/", ".");
}

/** Whether the file imports relatively, or by the name of the folder in which it and what it imports lie. */
export function importsItsPackage(file: string, { files, read }: Files): boolean {
  const code = blankOut(read(file), "hash");
  if (/^[ \t]*from[ \t]*\.[\w. \t]*\bimport\b/m.test(code)) return true;
  const folder = dirname(file);
  const own = [...code.matchAll(/^[ \t]*(?:from|import)[ \t]+(\w+)(?:\.(\w+)|[ \t]+import[ \t]+(\w+))/gm)];
  return own.some(([, name, inside, imported]) => {
    if (name !== basename(folder) || files.includes(`${folder}/${name}.py`)) return false;
    return files.includes(`${folder}/${inside ?? imported}.py`);
  });
}
