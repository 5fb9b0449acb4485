import {
  chmodSync,
  constants,
  copyFileSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  symlinkSync,
} from "node:fs";
import { join } from "node:path";

/**
 * Copies a file or folder and gives it to `owner`, a user and group of the same number; null: to this process's user. Links are copied
 * as links: the program must not see what they point to on this machine. Sockets, pipes and devices are left out.
 * Synchronous: a hand-in is a few small files, for which waiting on the event loop would cost more.
 */
export function copyTree(source: string, destination: string, owner: number | null): void {
  const stats = lstatSync(source);
  if (stats.isSymbolicLink()) symlinkSync(readlinkSync(source), destination);
  else if (stats.isDirectory()) copyFolder(source, destination, owner);
  else if (stats.isFile()) copyFileSync(source, destination, constants.COPYFILE_FICLONE);
  else return;
  if (owner !== null) lchownSync(destination, owner, owner);
}

function copyFolder(source: string, destination: string, owner: number | null): void {
  mkdirSync(destination);
  // Whatever the mode of the original, the owner of the copy may write to it.
  chmodSync(destination, 0o755);
  for (const name of readdirSync(source)) copyTree(join(source, name), join(destination, name), owner);
}
