import { accessSync, constants } from "node:fs";
import { join } from "node:path";

/** The path of a program of the system, or null. PATH is not used: the user may have put anything there. */
export function findExecutable(name: string): string | null {
  return systemFolders.map((folder) => join(folder, name)).find(isExecutable) ?? null;
}

const systemFolders = ["/usr/bin", "/bin", "/usr/sbin", "/sbin", "/usr/local/bin"];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
