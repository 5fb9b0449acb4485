import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { addInterface } from "../../runner/linux/interface.ts";
import { enterFreshNetwork } from "../../runner/linux/network.ts";
import { openCanaries } from "./canaries.ts";
import { elsewhere, homeFolder } from "./settings.ts";

/** The targets on the machine that must not be reached. */
export interface Machine {
  /** Gives the targets to the user and starts a process of it; `isAlive` says whether that still runs. */
  canaryOf(uid: number): { isAlive(): boolean; end(): void };
}

/**
 * Calls `use` with its own processes, mounts, queues, temporary folders and network, as if it were alone on the
 * machine. So everything that is there afterwards was left behind, and a successful attack does no harm. Needs root.
 */
export async function onOwnMachine(use: (machine: Machine) => Promise<number>): Promise<number> {
  if (process.env[isInside] === undefined) return again();
  for (const folder of ownFolders) mount("tmpfs", folder, "mode=1777");
  mount("tmpfs", "/srv", "mode=755");
  mkdirSync(homeFolder);
  enterFreshNetwork();
  addInterface(elsewhere.host);
  const canaries = await openCanaries();
  try {
    return await use(canaries);
  } finally {
    canaries.close();
  }
}

/** Folders that every user may write to. */
export const ownFolders = ["/tmp", "/var/tmp", "/dev/shm", "/run"] as const;

/** The one of these folders that contains this checkout, which it would hide; null if none does. */
export function hidingFolder(): string | null {
  return [...ownFolders, "/srv"].find((folder) => import.meta.dirname.startsWith(`${folder}/`)) ?? null;
}

const isInside = "WIRECHECK_OWN_MACHINE";

/** Runs the same command again inside. A shell is process 1, because it collects orphans, unlike Node. */
async function again(): Promise<number> {
  const namespaces = ["--mount", "--pid", "--fork", "--kill-child", "--mount-proc", "--ipc", "--uts"];
  const shell = ["sh", "-c", '"$@"; exit $?', "sh"];
  const ours = [process.execPath, ...process.execArgv, ...process.argv.slice(1)];
  const child = spawn("unshare", [...namespaces, ...shell, ...ours], {
    stdio: "inherit",
    env: { ...process.env, [isInside]: "1" },
  });
  const [status] = await once(child, "exit");
  return status ?? 3;
}

function mount(type: string, folder: string, options: string): void {
  const { status, stderr } = spawnSync("mount", ["-t", type, "-o", options, type, folder], { encoding: "utf8" });
  if (status !== 0) throw new Error(`no ${folder} of its own: ${stderr}`);
}
