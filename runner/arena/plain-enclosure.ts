import { spawnSync } from "node:child_process";
import { chmodSync, lchownSync, mkdirSync, readdirSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { reap } from "../linux/native.ts";
import { readStat } from "../linux/parse-stat.ts";
import { childrenOf, processForest } from "../linux/process-tree.ts";
import { sendSignal } from "../linux/send-signal.ts";
import { removeTree } from "../remove-tree.ts";
import { copyTree } from "./copy-tree.ts";
import type { Enclosure } from "./enclosure.ts";
import type { LaunchOptions, Machine } from "./launch-options.ts";
import { endUserCommand, launchCommand, type ShownMachine } from "./launcher.ts";
import { resourceLimits } from "./limits.ts";
import { everyFileOf, hostname, writeMachineFiles } from "./machine-files.ts";
import { bytesInFolders } from "./memory-in-files.ts";
import { removeFilesOf, seenWithin } from "./own-folders.ts";
import { placeFiles, placeSockets } from "./placed-files.ts";
import { reachableFiles } from "./reachable-files.ts";
import { isDead, readUsage, tasksOf } from "./usage.ts";

/** What isolates a program in tier `ports`. */
export interface PlainWalls {
  /** The user as whom it runs; null: that of this process. */
  user: number | null;
  launcher: string;
  /** Folders of the machine that are replaced by empty ones for it; see replaceableFolders. */
  ownFolders: readonly string[];
  /** Variables of its environment, and files of wirecheck that it must be able to open. */
  environment: Readonly<Record<string, string>>;
  readable: readonly string[];
  writable: readonly string[];
  /** The name server of the machine that it is shown; null: it sees the one on which it runs. */
  nameServer: ShownMachine["nameServer"] | null;
}

/**
 * The enclosure of tier `ports`: a folder and a session of its own, and a user of its own if `user` names one. Its processes are found
 * by descent; orphans become children of this process (see adoptOrphans) and are recognised by their user or session.
 */
export function plainEnclosure(
  options: Pick<LaunchOptions, "files" | "placed" | "sockets" | "build" | "toolFolders" | "machine">,
  folder: string,
  { user, launcher, ownFolders, environment, readable, writable, nameServer }: PlainWalls,
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
  const shown =
    nameServer && options.machine ? shownMachine(options.machine, nameServer, join(folder, "machine")) : null;
  const built = options.build ? [options.build.folder] : [];
  let ownInit: number | null = null;
  const processes = (init: number) => descendants(init, () => adoptedFrom(user, init));
  return {
    paths: { home, build: options.build?.folder ?? join(folder, "build") },
    home,
    owner: user,
    answersCalls: true,
    environment: { ...environment, ...(ownFolders.length === 0 && { TMPDIR: temporary }) },
    workingFolder: home,
    traceFile: `${folder}.calls`,
    command(program, limits, stdout) {
      // If the program has no user of its own, the kernel counts all processes of the shared user, and these may become more while it
      // runs. So the kernel's limit is higher than the program's, which is kept by looks (`mostThreads`). Processes of an earlier
      // program of the user may still be about to end.
      const others =
        user === null ? tasksOf(pidsOf(process.getuid?.() ?? 0)) + limits.processes : tasksOf(orphansOf(user));
      const kept = [folder, ...options.toolFolders, ...built, ...readable];
      const own = { folders: ownFolders, except: seenWithin(ownFolders, kept) };
      const files = reachableFiles({
        readable: [...options.toolFolders, ...readable, ...built],
        writable: [home, temporary, ...writable, ...ownFolders, ...(options.build?.writable ? built : [])],
        hasOwnUser: user !== null,
      });
      const walls = {
        ...{ user, limits: resourceLimits(limits, limits.processes + others), mostThreads: limits.processes },
        ...{ files, own, shown },
      };
      return launchCommand(launcher, walls, program, stdout);
    },
    async init(child) {
      ownInit = child.pid ?? null;
      if (ownInit !== null) inits.add(ownInit);
      if (ownInit !== null && user !== null) usersInUse.set(ownInit, user);
      return ownInit;
    },
    processes,
    memoryInFiles: (init) => bytesInFolders(init, ownFolders),
    destroy(init) {
      usersInUse.delete(init);
      const ownUser = user !== null && !isInUse(user) ? user : null;
      const before = ownUser === null ? processes(init) : [];
      if (ownUser !== null) killEveryProcessOf(ownUser, launcher);
      const killed = killAll(() => [init, ...processes(init)].filter((pid) => readUsage(pid) !== null));
      // Node reaps init; the others are orphans now and are reaped here.
      if (ownUser !== null) return collectOrphans(ownUser, init);
      for (const pid of new Set([...before, ...killed, ...deadStrays()])) if (pid !== init) reap(pid);
    },
    async remove() {
      if (ownInit !== null) inits.delete(ownInit);
      if (user !== null && ownFolders.length === 0 && !isInUse(user)) await removeFilesOf(user);
      return removeTree(folder);
    },
  };
}

function shownMachine(machine: Machine, nameServer: ShownMachine["nameServer"], folder: string): ShownMachine {
  const files = Object.entries(writeMachineFiles(folder, everyFileOf(machine)));
  return {
    hostname: machine.hostname ?? hostname,
    files: Object.fromEntries(files.map(([name, path]) => [`/etc/${name}`, path])),
    nameServer,
  };
}

/** The inits of all launches that are alive. */
const inits = new Set<number>();

/** The users as whom programs run, by the inits of those that nobody has ended yet. */
const usersInUse = new Map<number, number>();

/** Whether a running program has that user: a second copy of a server shares it with the first. */
function isInUse(user: number): boolean {
  return [...usersInUse.values()].includes(user);
}

function killEveryProcessOf(user: number, launcher: string): void {
  const [file = "", ...args] = endUserCommand(launcher, user);
  spawnSync(file, args, { cwd: "/", env: {}, stdio: "ignore" });
}

/**
 * Stops all processes before it kills any: a fork bomb would replace killed processes as fast as they die, but stopped processes
 * still count against its limit. Returns the pids that it killed.
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

/** The descendants of init, even those that have not changed their user yet, and of the orphans that this process has adopted. */
function descendants(init: number, adopted: () => readonly number[]): number[] {
  return processForest(() => [init, ...adopted()]).filter((pid) => pid !== init);
}

/** The orphans that this process may have adopted from a program; none if another one of its user runs, whose they may be. */
function adoptedFrom(user: number | null, init: number): number[] {
  if (user === null) return strays(init);
  const isShared = [...usersInUse].some(([other, each]) => other !== init && each === user);
  return isShared ? [] : orphansOf(user);
}

/** The adopted orphans of the user, zombies included: each counts against the user's limit of processes. */
function orphansOf(user: number): number[] {
  return childrenOf(process.pid).filter((pid) => ownerOf(pid) === user);
}

/** Reaps the killed processes of a user: each soon becomes a zombie, which counts against the user's limit until it is reaped. */
function collectOrphans(user: number, init: number): void {
  const deadline = performance.now() + longestKillMs;
  const left = () => orphansOf(user).filter((pid) => pid !== init);
  for (let pids = left(); pids.length > 0 && performance.now() < deadline; pids = left())
    for (const pid of pids) reap(pid);
}

/**
 * Adopted orphans, zombies included: children of this process in a session that is neither its own nor that of another
 * launch. A daemon that made a new session cannot be told from another program's; they are killed together.
 */
function strays(init?: number): number[] {
  const own = readStat("/proc/self")?.session;
  // Every init leads a session of its own, because it is spawned with `detached`.
  return childrenOf(process.pid).filter(
    (pid) => readStat(`/proc/${pid}`)?.session !== own && !inits.has(pid) && pid !== init,
  );
}

/** Strays of all launches that have ended and that only this process can reap: each counts against this user's limit of processes. */
function deadStrays(): number[] {
  return strays().filter(isDead);
}

function pidsOf(user: number): number[] {
  return everyPid().filter((pid) => ownerOf(pid) === user);
}

function everyPid(): number[] {
  return readdirSync("/proc").map(Number).filter(Number.isInteger);
}

function ownerOf(pid: number): number | null {
  return statSync(`/proc/${pid}`, { throwIfNoEntry: false })?.uid ?? null;
}
