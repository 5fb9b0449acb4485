import { spawnSync } from "node:child_process";
import type { Isolation } from "../../model/result.ts";
import type { Lack } from "../arena.ts";
import { findExecutable } from "../executables.ts";

/**
 * Why calls cannot be traced here, or null; tried out, which takes some 10 ms. A program that is the same user as its tracer,
 * without a sandbox between the two, could do away with it.
 */
export function tracingLack({
  sandbox,
  unprivilegedUser,
}: Pick<Isolation, "sandbox" | "unprivilegedUser">): Lack | null {
  return sandbox || unprivilegedUser ? straceLack() : "tracing";
}

/** Why strace does not run here, or null. */
export function straceLack(): Lack | null {
  const strace = findExecutable("strace");
  if (strace === null) return "strace";
  const tried = spawnSync(strace, ["-qq", "-e", "trace=none", findExecutable("true") ?? "true"], { stdio: "ignore" });
  return tried.status === 0 ? null : "refused";
}
