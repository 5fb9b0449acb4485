import { lchownSync, linkSync, lstatSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Places files in a program's working folder, and replaces what the hand-in has at those paths. Links of the hand-in are not
 * followed, because they could lead out of the folder.
 *
 * @param owner the user who gets them; null: that of this process
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

/** Places sockets of the grader in a program's folder, as hard links: a symbolic link would lead out of its sandbox. */
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
