import { homedir } from "node:os";
import { join } from "node:path";

/**
 * The folder of what wirecheck keeps from run to run and can make again: `$XDG_CACHE_HOME/wirecheck` (`~/.cache/wirecheck`; for root, whose
 * home is closed to the users that programs run as, `/var/cache/wirecheck`). Null for a user whom the system does not know.
 */
export function cacheFolder(): string | null {
  const caches = process.env.XDG_CACHE_HOME ?? usualCaches();
  return caches === null ? null : join(caches, "wirecheck");
}

function usualCaches(): string | null {
  try {
    return process.getuid?.() === 0 ? "/var/cache" : join(homedir(), ".cache");
  } catch {
    return null;
  }
}
