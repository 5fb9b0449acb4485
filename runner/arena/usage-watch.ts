import { Activity } from "./activity.ts";
import type { Limits } from "./launch-options.ts";
import { bytesWritten, readShare, readUsage, type Share, sharedMappings, type Usage } from "./usage.ts";

/** A limit that is watched from outside the program. */
export type WatchedLimit = "memory" | "cpu" | "processes" | "disk" | "idle";

/** A running watch over the resources that a program uses. */
export interface UsageWatch {
  /** Checks now: while hundreds of processes are busy, the next regular check may be late. */
  look(): void;
  stop(): void;
}

/** The parts of a program that are watched. */
export interface Watched {
  /** The pid of its launcher, which reaps its processes. */
  init: number;
  processes(): readonly number[];
  /** Bytes of memory in its files, segments and queues, whether or not they are mapped. */
  memoryInFiles(): number;
}

/** Checks a program's processes at intervals while it runs, and reports the first limit that they exceed, once. */
export function watchUsage(program: Watched, limits: Limits, exceeded: (limit: WatchedLimit) => void): UsageWatch {
  const activity = new Activity(limits);
  let looks = 0;
  const look = () => {
    looks += 1;
    const limit = firstExceeded(program, limits, { activity, isThorough: looks % thoroughEvery === 0 });
    if (limit === null) return;
    clearInterval(timer);
    exceeded(limit);
  };
  const timer = setInterval(look, lookEveryMs);
  timer.unref();
  return { look, stop: () => clearInterval(timer) };
}

/** The interval between two checks: a program that allocates as fast as possible exceeds its limit by some 100 MB in this time. */
const lookEveryMs = 50;

/** Every how many checks the slow ones are included. */
const thoroughEvery = 10;

function firstExceeded(
  { init, processes, memoryInFiles }: Watched,
  limits: Limits,
  { activity, isThorough }: { activity: Activity; isThorough: boolean },
): WatchedLimit | null {
  const pids = processes();
  const usages = new Map(pids.map((pid) => [pid, readUsage(pid)] as const).filter(isAlive));
  if ([...usages.values()].some(({ cpuSeconds }) => cpuSeconds >= limits.cpuSeconds)) return "cpu";
  activity.look(usages);
  const sumOf = (what: "threads" | "residentBytes" | "virtualBytes") =>
    [...usages.values()].reduce((sum, usage) => sum + usage[what], 0);
  // At the limit fork() fails, and the program may go on in a loop: that counts as exceeding it.
  if (sumOf("threads") >= limits.processes) return "processes";
  const acted = activity.exceeded();
  if (acted !== null) return acted;
  const inFiles = memoryInFiles();
  const isLarge = sumOf("residentBytes") + inFiles > limits.memoryBytes;
  if (isLarge && heldBytes(usages, inFiles) > limits.memoryBytes) return "memory";
  if (isThorough && sumOf("virtualBytes") > limits.memoryBytes && forkedBytes(pids) > limits.memoryBytes)
    return "memory";
  return [init, ...pids].reduce((sum, pid) => sum + bytesWritten(pid), 0) > limits.diskBytes ? "disk" : null;
}

function isAlive(each: readonly [number, Usage | null]): each is readonly [number, Usage] {
  return each[1] !== null;
}

/**
 * Memory of the processes, of which shared parts count once: the processes of a forking server share most of theirs. Memory that is
 * both in a file and mapped also counts once.
 */
function heldBytes(usages: ReadonlyMap<number, Usage>, inFiles: number): number {
  const shares = [...usages].map(([pid, { residentBytes }]) => readShare(pid) ?? whole(pid, residentBytes));
  const own = shares.reduce((sum, { bytes, ofShared }) => sum + bytes - ofShared, 0);
  const mapped = shares.reduce((sum, { ofShared }) => sum + ofShared, 0);
  return own + Math.max(mapped, inFiles);
}

/** A process that lets nobody look into it (PR_SET_DUMPABLE) is taken to share nothing; one that has just ended holds nothing. */
function whole(pid: number, residentBytes: number): Share {
  return { bytes: readUsage(pid) === null ? 0 : residentBytes, ofShared: 0 };
}

/** Anonymous shared memory of the processes; each counts once, however many processes share it. */
function forkedBytes(pids: readonly number[]): number {
  const byInode = new Map<string, number>();
  for (const pid of pids)
    for (const [inode, bytes] of sharedMappings(pid)) byInode.set(inode, Math.max(bytes, byInode.get(inode) ?? 0));
  return [...byInode.values()].reduce((sum, bytes) => sum + bytes, 0);
}
