import { lstatSync, realpathSync } from "node:fs";
import { join } from "node:path";

/** Whether there is an AF_UNIX socket at that path of a program's working folder, and the path contains no link. */
export function isOwnSocket(home: string, path: string): boolean {
  try {
    const file = join(realpathSync(home), path);
    return realpathSync(file) === file && lstatSync(file).isSocket();
  } catch {
    return false;
  }
}
