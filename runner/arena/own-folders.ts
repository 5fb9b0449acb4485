import { spawnSync } from "node:child_process";
import { lstatSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { removeTree } from "../remove-tree.ts";
import { tryOwnCommand } from "./launcher.ts";

/** Folders of this machine in which every user may leave files, and root's home: as far as a launch can have its own in their place. */
export function foldersToOwn(launcher: string): string[] {
  const [folder] = sharedByAll();
  if (folder === undefined) return [];
  const [file = "", ...args] = tryOwnCommand(launcher, folder);
  const { status } = spawnSync(file, args, { stdio: "ignore", cwd: "/" });
  // Root's home is closed to the programs' users; tools that lie in it are not, once another stands in its place.
  return status === 0 ? [...sharedByAll(), homedir()] : [];
}

/** Those of `paths` that lie within one of the folders. */
export function seenWithin(folders: readonly string[], paths: readonly string[]): string[] {
  return paths.filter((path) => folders.some((folder) => path.startsWith(`${folder}/`)));
}

/** Removes what a user left in these folders, where launches had to share them. */
export async function removeFilesOf(user: number): Promise<void> {
  const left = sharedByAll().flatMap((folder) =>
    readdirSync(folder)
      .map((name) => join(folder, name))
      .filter((path) => lstatSync(path, { throwIfNoEntry: false })?.uid === user),
  );
  for (const path of left) await removeTree(path);
}

function sharedByAll(): string[] {
  return ["/tmp", "/var/tmp", "/dev/shm", "/run/lock", "/dev/mqueue"].filter((path) => {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    return stats?.isDirectory() === true && (stats.mode & everyoneWrites) !== 0;
  });
}

const everyoneWrites = 0o002;
