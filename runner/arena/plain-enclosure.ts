import { spawnSync } from "node:child_process";
import { chmodSync, lchownSync, mkdirSync, readdirSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { reap } from "../linux/native.ts";
import { childrenOf, processTree } from "../linux/process-tree.ts";
import { sendSignal } from "../linux/send-signal.ts";
import { removeTree } from "../remove-tree.ts";
import type { LaunchOptions } from "./arena.ts";
import { copyTree } from "./copy-tree.ts";
import type { Enclosure } from "./enclosure.ts";
import { endUserCommand, launchCommand } from "./launcher.ts";
import { resourceLimits } from "./limits.ts";
import { bytesInFolders } from "./memory-in-files.ts";
import { removeFilesOf, seenWithin } from "./own-folders.ts";
import { placeFiles, placeSockets } from "./placed-files.ts";
import { reachableFiles } from "./reachable-files.ts";
import { isDead, readUsage, sessionOf } from "./usage.ts";

/** What stands around a program in tier `ports`. */
export interface PlainWalls {
  /** The user that it is; null where it is who we are. */
  user: number | null;
  launcher: string;
  /** Folders of the machine in whose place it has its own; see foldersToOwn. */
  ownFolders: readonly string[];
  /** What its environment must hold, and files of ours that it must reach. */
  environment: Readonly<Record<string, string>>;
  readable: readonly string[];
  writable: readonly string[];
}

/**
 * The walls of tier `ports`: a folder and a session of its own, and a user of its own where `user` names one; else its
 * processes are found by descent, orphans among the adopted children of this process (see adoptOrphans).
 */
export function plainEnclosure(
  options: Pick<LaunchOptions, "files" | "placed" | "sockets" | "build" | "toolFolders">,
  folder: string,
  { user, launcher, ownFolders, environment, readable, writable }: PlainWalls,
): Enclosure {
  const home = join(folder, "home");
  mkdirSync(folder);
  chmodSync(folder, 0o755);
  copyTree(realpathSync(options.files), home, user);
  placeFiles(home, options.placed ?? {}, user);
  placeSockets(home, options.sockets ?? {}, user);
  const temporary = join(folder, "tmp");
  mkdirSync(temporary, { mode: 0o700 });
  if (user !== null) lchownSync(temporary, user, user);
  if (user !== null && options.build?.writable) lchownSync(options.build.folder, user, user);
  // Everybody's folder is closed only where it holds our own: other hand-ins, and results.
  const openFolders = ["/tmp"].filter((path) => !folder.startsWith(`${path}/`));
  const built = options.build ? [options.build.folder] : [];
  let ownInit: number | null = null;
  const processes = (init: number) => descendants(init, user === null ? strays(init) : orphansOf(user));
  return {
    paths: { home, build: options.build?.folder ?? join(folder, "build") },
    home,
    owner: user,
    environment: { ...environment, ...(ownFolders.length === 0 && { TMPDIR: temporary }) },
    workingFolder: home,
    traceFile: `${folder}.calls`,
    command(program, limits, stdout) {
      // Where it is nobody's own user, the kernel counts everybody else's processes with the program's.
      const others = user === null ? tasksOf(process.getuid?.() ?? 0) : 0;
      const shown = [folder, ...options.toolFolders, ...built, ...readable];
      const own = { folders: ownFolders, except: seenWithin(ownFolders, shown) };
      const files = reachableFiles({
        readable: [...options.toolFolders, ...readable, ...built],
        writable: [
          home,
          temporary,
          ...writable,
          ...ownFolders,
          ...openFolders,
          ...(options.build?.writable ? built : []),
        ],
      });
      const walls = { user, limits: resourceLimits(limits, limits.processes + others), files, own };
      return launchCommand(launcher, walls, program, stdout);
    },
    async init(child) {
      ownInit = child.pid ?? null;
      if (ownInit !== null) inits.add(ownInit);
      return ownInit;
    },
    processes,
    memoryInFiles: (init) => bytesInFolders(init, ownFolders),
    destroy(init) {
      const before = user === null ? processes(init) : [];
      if (user !== null) killEveryProcessOf(user, launcher);
      const killed = killAll(() => [init, ...processes(init)].filter((pid) => readUsage(pid) !== null));
      // Node collects init; the others, orphans now, are ours.
      if (user !== null) return collectOrphans(user, init);
      for (const pid of new Set([...before, ...killed, ...deadStrays()])) if (pid !== init) reap(pid);
    },
    async remove() {
      if (ownInit !== null) inits.delete(ownInit);
      if (user !== null && ownFolders.length === 0) await removeFilesOf(user);
      return removeTree(folder);
    },
  };
}

/** The inits of all launches that are alive. */
const inits = new Set<number>();

function killEveryProcessOf(user: number, launcher: string): void {
  const [file = "", ...args] = endUserCommand(launcher, user);
  spawnSync(file, args, { cwd: "/", env: {}, stdio: "ignore" });
}

/**
 * Stops everything before it kills anything: a fork bomb would refill the places of the dead as fast as they die, but what is
 * stopped keeps its place. Returns all that it killed.
 */
function killAll(living: () => readonly number[]): Set<number> {
  const seen = new Set<number>();
  const deadline = performance.now() + longestKillMs;
  for (let before = -1; seen.size > before && performance.now() < deadline; ) {
    before = seen.size;
    for (const pid of living()) {
      if (!seen.has(pid)) sendSignal(pid, "SIGSTOP");
      seen.add(pid);
    }
  }
  for (let pids = living(); pids.length > 0; pids = living()) {
    for (const pid of pids) sendSignal(pid, "SIGKILL");
    if (performance.now() > deadline) break;
  }
  return seen;
}

const longestKillMs = 2000;

/** What init started, also before it has become its user, and what this process has `adopted` of that since. */
function descendants(init: number, adopted: readonly number[]): number[] {
  return [init, ...adopted].flatMap((pid) => processTree(pid)).filter((pid) => pid !== init);
}

/** The user's adopted orphans; those that wait to be collected among them, each of which counts for its limit of processes. */
function orphansOf(user: number): number[] {
  return childrenOf(process.pid).filter((pid) => ownerOf(pid) === user);
}

/** Collects a user's dead: who is killed can be collected a moment later, and counts for the user's limit of processes until then. */
function collectOrphans(user: number, init: number): void {
  const deadline = performance.now() + longestKillMs;
  const left = () => orphansOf(user).filter((pid) => pid !== init);
  for (let pids = left(); pids.length > 0 && performance.now() < deadline; pids = left())
    for (const pid of pids) reap(pid);
}

/**
 * Adopted orphans: children of this process in a session that is neither its own nor that of another launch. A daemon that
 * made a new session cannot be told from another program's; they are killed together.
 */
function strays(init: number): number[] {
  const own = readUsage(process.pid)?.session;
  return childrenOf(process.pid).filter((pid) => {
    const usage = readUsage(pid);
    // Every init leads a session from its birth on, as `detached` has it.
    return usage !== null && usage.session !== own && !inits.has(pid) && pid !== init;
  });
}

/** Those of them that have ended, and that nobody else collects: each counts for this user's limit of processes. */
function deadStrays(): number[] {
  const own = sessionOf(process.pid);
  return childrenOf(process.pid).filter((pid) => isDead(pid) && sessionOf(pid) !== own && !inits.has(pid));
}

function tasksOf(user: number): number {
  const pids = everyPid().filter((pid) => ownerOf(pid) === user);
  return pids.reduce((sum, pid) => sum + (readUsage(pid)?.threads ?? 0), 0);
}

function everyPid(): number[] {
  return readdirSync("/proc").map(Number).filter(Number.isInteger);
}

function ownerOf(pid: number): number | null {
  return statSync(`/proc/${pid}`, { throwIfNoEntry: false })?.uid ?? null;
}
