import { extname } from "node:path/posix";
import { type LauncherName, launchers } from "./index.ts";
import type { Launcher, SourceTree } from "./launcher.ts";

/** Name of the launcher for the tree's entry; null if no launcher can run it. */
export function chooseLauncher(tree: SourceTree): LauncherName | null {
  const extension = extname(tree.entry).toLowerCase();
  const takes = ([, launcher]: [string, Launcher]) =>
    (extension !== "" && launcher.extensions.includes(extension)) || launcher.recognises?.(tree.entry, tree) === true;
  const taker = Object.entries<Launcher>(launchers).find(takes);
  return (taker?.[0] as LauncherName | undefined) ?? null;
}
