import { leftovers } from "../launchers/source-language.ts";

/** Whether a path is that of a file or folder that tools make, which is never the student's work. */
export function isJunk(path: string): boolean {
  const parts = path.split("/");
  const name = parts.at(-1) ?? "";
  return parts.slice(0, -1).some(isJunkFolder) || junkFiles.test(name) || isLeftover(name);
}

/** Whether a folder with such a name may be the student's own, or contain libraries that the program needs; its content decides. */
export function mayBeNeeded(name: string): boolean {
  return name === "env" || name === "target" || name === "node_modules";
}

/** Whether the names below a folder `env` or `target` are those of files that Python, cargo or Maven make. */
export function isMadeByTools(names: readonly string[]): boolean {
  return names.some((name) => made.test(name));
}

const made =
  /^(?:pyvenv\.cfg|bin\/(?:activate|python)|Scripts\/|lib\/python|Lib\/site-packages|\.rustc_info\.json|CACHEDIR\.TAG|(?:debug|release)\/|(?:test-)?classes\/|maven-|generated-|surefire)/i;

/** Whether a file belongs to a library that was handed in because the program needs it. */
export function isLibraryFile(path: string): boolean {
  return /(?:^|\/)node_modules\//.test(path);
}

/** Whether a folder with this name is ignored. */
export function isJunkFolder(name: string): boolean {
  return junkFolders.has(name);
}

const junkFolders = new Set([...["__MACOSX", ".git", ".svn", ".hg", ".idea", ".vscode", ".vs"], ...leftovers.folders]);

const junkFiles = /^(?:\.DS_Store|\._.*|Thumbs\.db|desktop\.ini)$/i;

function isLeftover(name: string): boolean {
  return leftovers.endings.some((ending) => name.toLowerCase().endsWith(ending));
}
