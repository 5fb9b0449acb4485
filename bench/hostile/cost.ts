import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { commandFile } from "../../tests/support/built-command.ts";
import { environmentOf } from "./grade.ts";
import { classFolder, graders } from "./settings.ts";

/** The cost of grading one hand-in. */
export interface Cost {
  wallMs: number;
  processorMs: number;
}

/** The cost of grading one hand-in alone, with all processes it starts; null if the machine has no cgroup v2 to measure it. */
export async function costOf(name: string, { tier, grader }: { tier: string; grader: string }): Promise<Cost | null> {
  const root = controlGroups();
  if (root === null) return null;
  // Not named by pid: in separate pid namespaces all runs have the same.
  const group = mkdtempSync(join(root, "wirecheck-hostile-"));
  try {
    const hand = join(classFolder, "hand-ins", name);
    const check = ["check", join(classFolder, "lab.yaml"), hand, "--tier", tier, "--seed", "7", "--quiet"];
    const become =
      grader === "root"
        ? []
        : ["setpriv", ...["reuid", "regid"].map((id) => `--${id}=${graders[grader]}`), "--clear-groups"];
    const command = [...become, process.execPath, commandFile, ...check];
    const shell = ["-c", `echo $$ > ${group}/cgroup.procs; exec "$@"`, "sh", ...command];
    const beganMs = performance.now();
    const child = spawn("sh", shell, { stdio: "ignore", cwd: classFolder, env: environmentOf(grader) });
    await once(child, "exit");
    const wallMs = performance.now() - beganMs;
    const used = /^usage_usec (\d+)/m.exec(readFileSync(join(group, "cpu.stat"), "utf8"))?.[1];
    return { wallMs, processorMs: Number(used) / 1000 };
  } finally {
    await remove(group);
  }
}

/** Where cgroup v2 is mounted, alone or next to version 1. */
function controlGroups(): string | null {
  return /^cgroup2 (\S+) /m.exec(readFileSync("/proc/mounts", "utf8"))?.[1] ?? null;
}

/** The kernel kills the processes that are still in it. */
async function remove(group: string): Promise<void> {
  writeFileSync(join(group, "cgroup.kill"), "1");
  for (let looks = 0; looks < 50; looks++) {
    try {
      return rmdirSync(group);
    } catch {
      await setTimeout(100);
    }
  }
}
