import { npmPackagesIn } from "../launchers/node/libraries.ts";
import type { HandIn } from "./hand-in.ts";
import { isJunk, isMadeByTools } from "./junk.ts";
import { safePath } from "./member-name.ts";

/**
 * The folders that were passed over because of their names and are needed: an `env` or `target` that was not made by a tool, and a
 * `node_modules` with packages that the sources import. Each ends in a slash.
 */
export function neededFolders(
  passedOver: readonly string[],
  { files, read }: Pick<HandIn, "files" | "read">,
): string[] {
  const below = new Map<string, string[]>();
  for (const path of passedOver) {
    const [, folder, rest] = /^((?:[^/]+\/)*?(?:env|target|node_modules)\/)(.+)$/.exec(path) ?? [];
    if (folder === undefined || rest === undefined || isJunk(`${folder.replace(/[^/]+\/$/, "")}x`)) continue;
    below.set(folder, [...(below.get(folder) ?? []), rest]);
  }
  const imported = new Set(
    files.filter((file) => /\.[cm]?[jt]s$/i.test(file)).flatMap((file) => npmPackagesIn(read(file))),
  );
  const isNeeded = ([folder, names]: [string, string[]]) =>
    folder.endsWith("node_modules/") ? names.some((name) => imported.has(packageOf(name))) : !isMadeByTools(names);
  const isSafe = ([folder]: [string, string[]]) => "path" in safePath(`${folder}x`);
  return [...below].filter((each) => isSafe(each) && isNeeded(each)).map(([folder]) => folder);
}

/** Whether a path is in one of these folders and is not itself junk. */
export function isInNeeded(path: string, folders: readonly string[]): boolean {
  const folder = folders.find((each) => path.startsWith(each));
  if (folder === undefined) return false;
  const rest = path.slice(folder.length);
  return folder.endsWith("node_modules/") ? !/(?:^|\/)\.(?:bin|git|cache)\//.test(rest) : !isJunk(rest);
}

function packageOf(path: string): string {
  return path
    .split("/")
    .slice(0, path.startsWith("@") ? 2 : 1)
    .join("/");
}
