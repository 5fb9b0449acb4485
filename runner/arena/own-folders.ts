import { spawnSync } from "node:child_process";
import { lstatSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { removeTree } from "../remove-tree.ts";
import { tryOwnCommand } from "./launcher.ts";

/** The folders that can be replaced by empty ones for a launch: those to which every user may write, and root's home. */
export function replaceableFolders(launcher: string): string[] {
  const [folder] = sharedByAll();
  if (folder === undefined) return [];
  const [file = "", ...args] = tryOwnCommand(launcher, folder);
  const { status } = spawnSync(file, args, { stdio: "ignore", cwd: "/" });
  // Other users may not enter root's home; when it is replaced by an empty folder, tools in it can be mounted there.
  return status === 0 ? [...sharedByAll(), homedir()] : [];
}

/** The paths that lie within one of the folders. */
export function seenWithin(folders: readonly string[], paths: readonly string[]): string[] {
  return paths.filter((path) => folders.some((folder) => path.startsWith(`${folder}/`)));
}

/** Removes the files of a user from the folders to which every user may write; needed when a launch does not replace them. */
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
