import { spawnSync } from "node:child_process";
import type { Isolation } from "../../model/result.ts";
import { findExecutable } from "../executables.ts";
import type { Lack } from "../lack.ts";

/**
 * Why calls cannot be traced here, or null. strace is tried out, which takes some 10 ms. It is not used where a program would run as
 * the same user as its tracer without a sandbox: the program could kill it.
 */
export function tracingLack({
  sandbox,
  unprivilegedUser,
}: Pick<Isolation, "sandbox" | "unprivilegedUser">): Lack | null {
  return sandbox || unprivilegedUser ? straceLack() : "tracing";
}

/** Why strace cannot be run here, or null. */
export function straceLack(): Lack | null {
  const strace = findExecutable("strace");
  if (strace === null) return "strace";
  const tried = spawnSync(strace, ["-qq", "-e", "trace=none", findExecutable("true") ?? "true"], { stdio: "ignore" });
  return tried.status === 0 ? null : "refused";
}
