import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { cacheFolder } from "../../cache-folder.ts";
import { trace } from "../../trace.ts";
import type { Tool } from "../launcher.ts";

/**
 * Fills a tool's cache, once a machine and version, in the folder of caches. Sandboxes see it read-only, so that no hand-in can leave
 * anything in it for the next.
 *
 * @returns its folder; null if it could not be made: the tool then works without it, only slower
 */
export function fillCache(cache: Cache, tool: { path: string; version: string | null }): Promise<string | null> {
  const identity = JSON.stringify([cache, tool.path, tool.version]);
  const filled = tried.get(identity) ?? fillOnce(cache, tool.path, identity);
  tried.set(identity, filled);
  return filled;
}

type Cache = NonNullable<Tool["cache"]>;

/** The results in this process: a tool that has failed is not run again for each hand-in. */
const tried = new Map<string, Promise<string | null>>();

async function fillOnce(cache: Cache, path: string, identity: string): Promise<string | null> {
  try {
    return await keptFolder(cache.variable.toLowerCase(), identity, (folder) => fill(folder, cache, path));
  } catch (error) {
    trace("tools", () => `the cache of ${path} could not be filled: ${(error as Error).message}`);
    return null;
  }
}

/**
 * A folder of the machine's cache that is filled once and read afterwards; it is complete or does not exist. Null if it cannot be
 * made.
 *
 * @param identity all that its content depends on
 * @throws what `fill` throws
 */
export async function keptFolder(
  name: string,
  identity: string,
  fill: (folder: string) => Promise<void>,
): Promise<string | null> {
  const key = createHash("sha256").update(identity).digest("hex").slice(0, 16);
  const home = cacheFolder();
  if (home === null) return null;
  const folder = join(home, `${name}-${key}`);
  if (await exists(folder)) return folder;
  try {
    await mkdir(home, { recursive: true });
    const partial = await mkdtemp(`${folder}-`);
    try {
      await fill(partial);
      // mkdtemp makes folders that only their owner may read, but sandboxes have other users.
      await chmod(partial, 0o755);
      await rename(partial, folder);
    } finally {
      await rm(partial, { recursive: true, force: true });
    }
    return folder;
  } catch (error) {
    // Another process may have been faster: its folder is used.
    if (await exists(folder)) return folder;
    throw error;
  }
}

async function fill(folder: string, { variable, argv, env }: Cache, path: string): Promise<void> {
  const inFolder = Object.entries(env).map(([name, value]) => [name, value.replaceAll("{build}", folder)]);
  const environment = { ...process.env, ...Object.fromEntries(inFolder), [variable]: folder };
  // The users of sandboxes must be able to read the files, with any umask.
  const openly = ["/bin/sh", "-c", 'umask 022 && exec "$0" "$@"', path, ...argv];
  const [file = "", ...args] = process.platform === "win32" ? [path, ...argv] : openly;
  const [status] = await once(spawn(file, args, { cwd: folder, env: environment, stdio: "ignore" }), "exit");
  if (status !== 0) throw new Error(`${path} ended with status ${status}`);
}

async function exists(folder: string): Promise<boolean> {
  return stat(folder).then(
    () => true,
    () => false,
  );
}
