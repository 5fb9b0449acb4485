import { mayEnterNetworks } from "../linux/rights.ts";
import type { Isolation } from "../model/result.ts";
import { findExecutable } from "./executables.ts";
import { nativeFile } from "./launcher.ts";

/**
 * What to put before the command line of a worker: who has no right to make networks gets it from a user namespace of
 * the worker's own; root has it already, but not in every container. The process keeps its pid and descriptors.
 */
export function workerCommand(tier: Isolation["tier"]): string[] {
  if (tier !== "full" || mayEnterNetworks()) return [];
  return [findExecutable("unshare") ?? "unshare", "--user", "--map-root-user", "--"];
}

/** What a worker's environment must hold beside its own: in tier `ports` it is in the networks of its programs (see portsTier). */
export function workerEnvironment(tier: Isolation["tier"]): Record<string, string> {
  return tier === "ports" ? { LD_PRELOAD: nativeFile("loopback.so") } : {};
}
