import { mayEnterNetworks } from "../linux/rights.ts";
import type { Isolation } from "../model/result.ts";
import { findExecutable } from "./executables.ts";
import { nativeFile } from "./launcher.ts";

/**
 * What to put before the command line of a worker so that it may make network namespaces: an ordinary user, and root in some
 * containers, gets that right in a new user namespace. The process keeps its pid and descriptors.
 */
export function workerCommand(tier: Isolation["tier"]): string[] {
  if (tier !== "full" || mayEnterNetworks()) return [];
  return [findExecutable("unshare") ?? "unshare", "--user", "--map-root-user", "--"];
}

/** Further variables for a worker: in tier `ports` it loads the library of its programs' networks as well (see portsTier). */
export function workerEnvironment(tier: Isolation["tier"]): Record<string, string> {
  return tier === "ports" ? { LD_PRELOAD: nativeFile("loopback.so") } : {};
}
