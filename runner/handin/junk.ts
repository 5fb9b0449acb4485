/** Whether a path is something that tools leave behind or put beside the student's work, never that work itself. */
export function isJunk(path: string): boolean {
  const parts = path.split("/");
  const name = parts.at(-1) ?? "";
  return parts.slice(0, -1).some(isJunkFolder) || junkFiles.test(name);
}

/** Whether nothing below a folder of this name is looked at. */
export function isJunkFolder(name: string): boolean {
  return junkFolders.has(name);
}

const junkFolders = new Set([
  "__MACOSX",
  ".git",
  ".svn",
  ".hg",
  "node_modules",
  "venv",
  ".venv",
  "env",
  "__pycache__",
  ".mypy_cache",
  ".pytest_cache",
  ".ruff_cache",
  ".idea",
  ".vscode",
  ".vs",
  ".gradle",
  "target",
]);

const junkFiles = /^(?:\.DS_Store|\._.*|Thumbs\.db|desktop\.ini|.*\.py[co])$/i;
