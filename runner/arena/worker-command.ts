import type { Isolation } from "../model/result.ts";
import { findExecutable } from "./executables.ts";

/**
 * What to put before the command line of a worker: an ordinary user gets the right to make networks from a user namespace of
 * the worker's own, root has it already. The process keeps its pid and descriptors.
 */
export function workerCommand(tier: Isolation["tier"]): string[] {
  if (tier === "ports" || process.getuid?.() === 0) return [];
  return [findExecutable("unshare") ?? "unshare", "--user", "--map-root-user", "--"];
}
