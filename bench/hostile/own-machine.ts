import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { addInterface } from "../../runner/linux/interface.ts";
import { enterFreshNetwork } from "../../runner/linux/network.ts";
import { openCanaries } from "./canaries.ts";
import { elsewhere, homeFolder } from "./settings.ts";

/** What on the machine must not be reached. */
export interface Machine {
  /** Starts a process that belongs to the user; `isAlive` tells whether anybody has ended it. */
  canaryOf(uid: number): { isAlive(): boolean; end(): void };
}

/**
 * Calls `use` as if nothing but it ran on this machine: with processes, mounts, queues, temporary folders and a network of its
 * own. So all that is there afterwards was left behind, and an attack that succeeds harms nobody. Needs root.
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

/** Which of these folders this checkout lies in: there it would be out of sight. Null where it lies in none. */
export function hidingFolder(): string | null {
  return [...ownFolders, "/srv"].find((folder) => import.meta.dirname.startsWith(`${folder}/`)) ?? null;
}

const isInside = "WIRECHECK_OWN_MACHINE";

/** The same command once more, inside. The shell is process 1 and collects orphans, which Node would not. */
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
