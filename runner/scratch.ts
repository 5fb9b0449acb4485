import { chmod, lstat, mkdtemp, readdir, readlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { removeTree } from "./remove-tree.ts";

/**
 * Makes the folder for everything that a run writes, and removes those of runs that were killed before they could do it.
 * The caller removes it when the run is over.
 */
export async function makeScratch(): Promise<string> {
  const ours = `wirecheck-${await pidNamespace()}-`;
  await sweep(ours);
  const folder = await mkdtemp(join(tmpdir(), `${ours}${process.pid}-`));
  // Programs that run as users of their own pass through it to folders whose names they know, and list nothing.
  await chmod(folder, 0o711);
  return folder;
}

/** Pids mean something only among processes that share them: containers may share a folder for temporary files. */
async function pidNamespace(): Promise<string> {
  const link = await readlink("/proc/self/ns/pid").catch(() => "");
  return /\d+/.exec(link)?.[0] ?? "0";
}

async function sweep(prefix: string): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(prefix)) continue;
    const pid = Number.parseInt(name.slice(prefix.length), 10);
    const folder = join(tmpdir(), name);
    // What another user put there under our name is not ours to follow.
    if (!isAlive(pid) && (await isOwn(folder))) await removeTree(folder, sweepMs);
  }
}

/** What takes longer is left to the next run. */
const sweepMs = 5_000;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

async function isOwn(folder: string): Promise<boolean> {
  const stats = await lstat(folder).catch(() => undefined);
  return stats?.isDirectory() === true && stats.uid === process.getuid?.();
}
