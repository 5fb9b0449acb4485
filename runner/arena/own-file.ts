import { closeSync, constants, fstatSync, openSync, readlinkSync, readSync, realpathSync } from "node:fs";
import { join, sep } from "node:path";

/** How many bytes of a file are read at most. */
const mostBytes = 64 * 1024 * 1024;

/** The content of a file of a program's working folder; null if there is no such file, or if the path leads out of the folder. */
export function readOwnFile(home: string, path: string): Buffer | null {
  const file = join(home, path);
  let descriptor: number;
  try {
    descriptor = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch {
    return null;
  }
  try {
    const stats = fstatSync(descriptor);
    const isInside = realPathOf(descriptor, file).startsWith(realpathSync(home) + sep);
    if (!stats.isFile() || stats.nlink > 1 || !isInside) return null;
    const bytes = Buffer.alloc(Math.min(stats.size, mostBytes));
    return bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, 0));
  } finally {
    closeSync(descriptor);
  }
}

/** A folder of the path may have become a link in the meantime: Linux tells the path of the open file itself. */
function realPathOf(descriptor: number, file: string): string {
  if (process.platform === "linux") return readlinkSync(`/proc/self/fd/${descriptor}`);
  try {
    return realpathSync(file);
  } catch {
    // It was removed after it had been opened.
    return "";
  }
}
