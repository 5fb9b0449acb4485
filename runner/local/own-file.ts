import { lstatSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";

/** A file of more bytes is not read. */
const mostBytes = 64 * 1024 * 1024;

/** The content of a file of a program's working folder; null if there is no such file, or if its path contains a link. */
export function readOwnFile(home: string, path: string): Buffer | null {
  try {
    const file = join(realpathSync(home), path);
    if (realpathSync(file) !== file) return null;
    const stats = statSync(file);
    return stats.isFile() && stats.size <= mostBytes ? readFileSync(file) : null;
  } catch {
    return null;
  }
}

/** Whether there is an AF_UNIX socket at that path of a program's working folder, and the path contains no link. */
export function isOwnSocket(home: string, path: string): boolean {
  try {
    const file = join(realpathSync(home), path);
    return realpathSync(file) === file && lstatSync(file).isSocket();
  } catch {
    return false;
  }
}
