import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../package-root.ts";
import type { LaunchOptions } from "./arena.ts";
import type { ResourceLimit } from "./limits.ts";

/** Descriptors with which the launcher is started, beside 0, 1 and the program's own error output; see native/launch.h. */
export const descriptors = {
  /** What the launcher or bwrap itself complains about; never the program's words. */
  complaints: 2,
  /** Where bwrap tells the pid of its first process. */
  info: 3,
  /** To us: a line when the launcher is ready, later one with the exit status. From us, in between: a line to begin with. */
  control: 4,
  /** Becomes descriptor 2 of the program. */
  errorOutput: 5,
};

/** What the launcher puts around a program before it becomes it; each wall stands for all that the program starts, too. */
export interface Walls {
  /** The user that the program becomes; null: it stays who we are. */
  user: number | null;
  limits: readonly ResourceLimit[];
  /** The only files that it reaches, where the kernel has Landlock; null: all that its user may. */
  files: { readable: readonly string[]; writable: readonly string[] } | null;
  /** Folders that are the launch's own, and those within them that it sees as they are. @default none */
  own?: { folders: readonly string[]; except: readonly string[] } | null;
}

/**
 * The command of native/launch.c, in whose care a program runs: it starts the program only when told to, counts as its first
 * ancestor, and ends with everything inside when the control line does.
 */
export function launchCommand(
  launcher: string,
  { user, limits, files, own }: Walls,
  program: readonly string[],
  stdout: LaunchOptions["stdout"] = "pipe",
): string[] {
  return [
    launcher,
    ...(user === null ? [] : ["--user", `${user}`]),
    ...limits.flatMap(({ resource, value }) => ["--limit", `${resource}`, `${value}`]),
    ...(files?.readable ?? []).flatMap((path) => ["--read", path]),
    ...(files?.writable ?? []).flatMap((path) => ["--write", path]),
    ...(own?.folders ?? []).flatMap((path) => ["--own", path]),
    ...(own?.except ?? []).flatMap((path) => ["--keep", path]),
    ...(stdout === "pipe" ? [] : ["--stdout", stdout]),
    "--",
    ...program,
  ];
}

/** The command that kills every process of a user, in one go: no fork slips through as it could between a look and a kill. */
export function endUserCommand(launcher: string, user: number): string[] {
  return [launcher, "--end-user", `${user}`];
}

/** The command that ends well where a folder can be made a launch's own. */
export function tryOwnCommand(launcher: string, folder: string): string[] {
  return [launcher, "--try-own", folder];
}

/** Which version of Landlock the kernel has and lets one use; 0 where it has none. See landlock(7). */
export function landlockVersion(): number {
  return Number(spawnSync(nativeFile("launch"), ["--landlock"], { encoding: "utf8" }).stdout ?? 0) || 0;
}

type NativeFile = "launch" | "loopback.so";

/** Puts a file compiled from native/ into a folder that programs' users pass through, and returns its path there. */
export function installNative(name: NativeFile, folder: string): string {
  const path = join(folder, name);
  copyFileSync(nativeFile(name), path);
  chmodSync(path, 0o755);
  return path;
}

/**
 * A file compiled from native/ for this machine's processor.
 *
 * @throws when wirecheck was installed without it
 */
export function nativeFile(name: NativeFile): string {
  const path = join(packageRoot(), "dist/native", process.arch, name);
  if (existsSync(path)) return path;
  throw new Error(
    `${path} is missing, a part of wirecheck that is compiled from C: \`npm run build\` in its folder makes it with cc (sudo apt-get install -y gcc)`,
  );
}
