import { leftovers } from "../launchers/source-language.ts";

/** Whether a path is something that tools leave behind or put beside the student's work, never that work itself. */
export function isJunk(path: string): boolean {
  const parts = path.split("/");
  const name = parts.at(-1) ?? "";
  return parts.slice(0, -1).some(isJunkFolder) || junkFiles.test(name) || isLeftover(name);
}

/** Whether nothing below a folder of this name is looked at. */
export function isJunkFolder(name: string): boolean {
  return junkFolders.has(name);
}

const junkFolders = new Set([...["__MACOSX", ".git", ".svn", ".hg", ".idea", ".vscode", ".vs"], ...leftovers.folders]);

const junkFiles = /^(?:\.DS_Store|\._.*|Thumbs\.db|desktop\.ini)$/i;

function isLeftover(name: string): boolean {
  return leftovers.endings.some((ending) => name.toLowerCase().endsWith(ending));
}
