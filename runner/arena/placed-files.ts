import {
  closeSync,
  constants,
  fstatSync,
  lchownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readlinkSync,
  readSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, sep } from "node:path";

/**
 * Lays files into a program's working folder, in the place of what the hand-in has there. Links of the hand-in are not followed:
 * they could lead out of the folder.
 *
 * @param owner to whom they belong; null leaves them ours
 */
export function placeFiles(home: string, files: Readonly<Record<string, Buffer>>, owner: number | null): void {
  for (const [path, bytes] of Object.entries(files)) {
    const file = join(home, path);
    makeFolders(home, dirname(file), owner);
    rmSync(file, { recursive: true, force: true });
    writeFileSync(file, bytes, { flag: "wx" });
    if (owner !== null) lchownSync(file, owner, owner);
  }
}

/** Lays sockets of the grader's before a program, as further names of theirs: a link could not be followed out of its walls. */
export function placeSockets(home: string, sockets: Readonly<Record<string, string>>, owner: number | null): void {
  for (const [path, socket] of Object.entries(sockets)) {
    const file = join(home, path);
    makeFolders(home, dirname(file), owner);
    rmSync(file, { recursive: true, force: true });
    linkSync(socket, file);
  }
}

function makeFolders(home: string, folder: string, owner: number | null): void {
  if (folder === home) return;
  makeFolders(home, dirname(folder), owner);
  if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  rmSync(folder, { force: true });
  mkdirSync(folder);
  if (owner !== null) lchownSync(folder, owner, owner);
}

/** A file of more bytes is read no further. */
const mostBytes = 64 * 1024 * 1024;

/** What a program has written into a file of its working folder; null where there is no such file, or it leads elsewhere. */
export function readOwnFile(home: string, path: string): Buffer | null {
  let descriptor: number;
  try {
    descriptor = openSync(join(home, path), constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch {
    return null;
  }
  try {
    const stats = fstatSync(descriptor);
    // A folder on the way to it may have become a link since; what is open shows where it lies.
    const place = readlinkSync(`/proc/self/fd/${descriptor}`);
    if (!stats.isFile() || stats.nlink > 1 || !place.startsWith(realpathSync(home) + sep)) return null;
    const bytes = Buffer.alloc(Math.min(stats.size, mostBytes));
    return bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, 0));
  } finally {
    closeSync(descriptor);
  }
}
