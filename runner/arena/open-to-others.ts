import { statSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Whether users other than its owner can enter a folder and every folder above it: other users often cannot reach tools that root has
 * installed in its home.
 */
export function isOpenToOthers(folder: string): boolean {
  const known = answers.get(folder) ?? look(folder);
  answers.set(folder, known);
  return known;
}

const answers = new Map<string, boolean>();

function look(path: string): boolean {
  const execute = 0o001;
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined || (stats.isDirectory() && (stats.mode & execute) === 0)) return false;
  return path === "/" || isOpenToOthers(dirname(path));
}
