import { spawnSync } from "node:child_process";
import { chmod, lstat, mkdtemp, readdir, readlink, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isAlive } from "./is-alive.ts";
import { removeTree } from "./remove-tree.ts";

/**
 * Makes the folder for everything that a run writes, and removes those of runs that were killed before they could do it.
 * The caller removes it when the run is over.
 */
export async function makeScratch(): Promise<string> {
  const ours = `wirecheck-${await pidNamespace()}-`;
  const tried: string[] = [];
  for (const parent of [tmpdir(), ...otherParents]) {
    const folder = await makeIn(parent, `${ours}${process.pid}-`);
    if (folder === null) continue;
    if (await runsPrograms(folder)) {
      await sweep(parent, ours);
      return folder;
    }
    await removeTree(folder);
    tried.push(parent);
  }
  const where =
    tried.length > 0 ? `no program may be run in ${tried.join(", ")}` : "there is no folder for temporary files";
  throw new NoTemporaryFolder(`${where}: name one that allows it, such as TMPDIR=$HOME/tmp`);
}

/** Where the usual folder for temporary files is mounted so that nothing in it can be executed. */
const otherParents = ["/var/tmp", "/dev/shm", "/run"];

async function makeIn(parent: string, prefix: string): Promise<string | null> {
  try {
    const folder = await mkdtemp(join(parent, prefix));
    // Programs that run as users of their own pass through it to folders whose names they know, and list nothing.
    await chmod(folder, 0o711);
    return folder;
  } catch {
    return null;
  }
}

/** Whether a program in the folder can be executed: the mount option noexec forbids it; Windows has none such, and no sh. */
async function runsPrograms(folder: string): Promise<boolean> {
  if (process.platform === "win32") return true;
  const script = join(folder, "try");
  await writeFile(script, "#!/bin/sh\n", { mode: 0o755 });
  const { error } = spawnSync(script, { stdio: "ignore" });
  await rm(script);
  return error === undefined;
}

/** Thrown if temporary files cannot be written, or cannot be run. */
export class NoTemporaryFolder extends Error {
  override name = "NoTemporaryFolder";
}

/** Pids mean something only among processes that share them: containers may share a folder for temporary files. */
async function pidNamespace(): Promise<string> {
  const link = await readlink("/proc/self/ns/pid").catch(() => "");
  return /\d+/.exec(link)?.[0] ?? "0";
}

async function sweep(parent: string, prefix: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!name.startsWith(prefix)) continue;
    const pid = Number.parseInt(name.slice(prefix.length), 10);
    const folder = join(parent, name);
    // What another user put there under our name is not ours to follow.
    if (!isAlive(pid) && (await isOwn(folder))) await removeTree(folder, sweepMs);
  }
}

/** What takes longer is left to the next run. */
const sweepMs = 5_000;

async function isOwn(folder: string): Promise<boolean> {
  const stats = await lstat(folder).catch(() => undefined);
  return stats?.isDirectory() === true && stats.uid === (process.getuid?.() ?? stats.uid);
}
