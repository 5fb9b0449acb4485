import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../package-root.ts";
import type { LaunchOptions } from "./launch-options.ts";
import type { ResourceLimit } from "./limits.ts";

/** Descriptors with which the launcher is started, besides 0 and 1; see native/launch.h. */
export const descriptors = {
  /** Errors of the launcher or of bwrap, never output of the program. */
  complaints: 2,
  /** Where bwrap tells the pid of its first process. */
  info: 3,
  /**
   * The launcher sends a line when it is ready and later one with the exit status, or `stoppedLine`; the grader sends one to start
   * the program.
   */
  control: 4,
  /** Becomes descriptor 2 of the program. */
  errorOutput: 5,
};

/** What the launcher sends in place of the exit status when it has stopped a program with too many processes. */
export const stoppedLine = "stopped";

/** The restrictions that the launcher sets before it executes the program; all that the program starts inherits them. */
export interface Walls {
  /** The user as whom the program runs; null: that of this process. */
  user: number | null;
  limits: readonly ResourceLimit[];
  /** A program with this number of processes and threads is stopped as a whole, and `stoppedLine` says so. */
  mostThreads: number;
  /** The only files that it can open, if the kernel has Landlock; null: all that its user may open. */
  files: { readable: readonly string[]; writable: readonly string[] } | null;
  /** Folders that are replaced by empty ones for this launch, and folders within them that stay visible. @default none */
  own?: { folders: readonly string[]; except: readonly string[] } | null;
  /** The machine that the launcher shows it. @default the one on which it runs */
  shown?: ShownMachine | null;
}

/** A machine that the launcher shows a program without namespaces; see native/shown-machine.c. */
export interface ShownMachine {
  hostname: string;
  /** Files that it finds in place of others, by the paths of those. */
  files: Readonly<Record<string, string>>;
  /** Where the name server really is: an IPv4 address as a number, and a UDP port. */
  nameServer: { host: number; port: number };
}

/**
 * The command of native/launch.c, the parent of every program: it starts the program when it gets a line on the control pipe,
 * and kills all processes inside when that pipe is closed.
 */
export function launchCommand(
  launcher: string,
  { user, limits, mostThreads, files, own, shown }: Walls,
  program: readonly string[],
  stdout: LaunchOptions["stdout"] = "pipe",
): string[] {
  return [
    launcher,
    ...(user === null ? [] : ["--user", `${user}`]),
    ...limits.flatMap(({ resource, value }) => ["--limit", `${resource}`, `${value}`]),
    ...["--crowd", `${mostThreads}`],
    ...(files?.readable ?? []).flatMap((path) => ["--read", path]),
    ...(files?.writable ?? []).flatMap((path) => ["--write", path]),
    ...(own?.folders ?? []).flatMap((path) => ["--own", path]),
    ...(own?.except ?? []).flatMap((path) => ["--keep", path]),
    ...(shown ? shownArguments(shown) : []),
    ...(stdout === "pipe" ? [] : ["--stdout", stdout]),
    "--",
    ...program,
  ];
}

function shownArguments({ hostname, files, nameServer }: ShownMachine): string[] {
  return [
    ...["--hostname", hostname, "--name-server", `${nameServer.host}`, `${nameServer.port}`],
    ...Object.entries(files).flatMap(([path, file]) => ["--show", path, file]),
  ];
}

/** Whether the launcher can show programs another machine here; not so on kernels before 5.9, and in some containers. */
export function showsMachines(): boolean {
  return !usesMusl() && spawnSync(nativeFile("launch"), ["--try-machine"], { stdio: "ignore" }).status === 0;
}

/** musl sends its questions to the name server in a way that the launcher cannot redirect. */
function usesMusl(): boolean {
  return readFileSync("/proc/self/maps", "latin1").includes("/ld-musl-");
}

/** The command that kills all processes of a user at once, so that no fork escapes between listing and killing. */
export function endUserCommand(launcher: string, user: number): string[] {
  return [launcher, "--end-user", `${user}`];
}

/** The command that ends with status 0 if a folder can be replaced by an empty one for a launch. */
export function tryOwnCommand(launcher: string, folder: string): string[] {
  return [launcher, "--try-own", folder];
}

/** The version of Landlock that can be used here; 0 if there is none. See landlock(7). */
export function landlockVersion(): number {
  return Number(spawnSync(nativeFile("launch"), ["--landlock"], { encoding: "utf8" }).stdout ?? 0) || 0;
}

/** The first version of Landlock that keeps a program from signalling others. */
export const scopesSignals = 6;

type NativeFile = "launch" | "loopback.so";

/** Copies a file compiled from native/ into a folder that the users of programs may enter, and returns its path there. */
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
    `${path}, a part of wirecheck that is compiled from C, is missing: \`npm run build\` in its folder compiles it with cc`,
  );
}
