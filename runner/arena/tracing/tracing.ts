import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import type { Isolation } from "../../model/result.ts";
import { findExecutable } from "../executables.ts";
import type { Lack } from "../lack.ts";

/**
 * Why calls cannot be traced here, or null. strace is tried out, which takes some 10 ms. It is not used where a program could kill its
 * tracer: without a sandbox, as the same user, and on a kernel that does not keep it from signalling others.
 */
export function tracingLack({
  sandbox,
  unprivilegedUser,
  signals,
}: Pick<Isolation, "sandbox" | "unprivilegedUser" | "signals">): Lack | null {
  if (sandbox || unprivilegedUser) return straceLack();
  if (!signals) return "tracing";
  return tracesOnlyChildren() ? "refused" : straceLack();
}

/** Whether the kernel lets a process trace only those that it has started itself, as Ubuntu's does; see ptrace(2), ptrace_scope. */
function tracesOnlyChildren(): boolean {
  const setting = "/proc/sys/kernel/yama/ptrace_scope";
  return existsSync(setting) && readFileSync(setting, "utf8").trim() !== "0";
}

/** Why strace cannot be run here, or null. */
export function straceLack(): Lack | null {
  const strace = findExecutable("strace");
  if (strace === null) return "strace";
  const tried = spawnSync(strace, ["-qq", "-e", "trace=none", findExecutable("true") ?? "true"], { stdio: "ignore" });
  return tried.status === 0 ? null : "refused";
}
