import { lstatSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";

/** A file of more bytes is not read. */
const mostBytes = 64 * 1024 * 1024;

/** What a program has written into a file of its working folder; null where there is no such file, or it leads elsewhere. */
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

/** Whether there is a socket of AF_UNIX at that path of a program's working folder, and it does not lead elsewhere. */
export function isOwnSocket(home: string, path: string): boolean {
  try {
    const file = join(realpathSync(home), path);
    return realpathSync(file) === file && lstatSync(file).isSocket();
  } catch {
    return false;
  }
}
