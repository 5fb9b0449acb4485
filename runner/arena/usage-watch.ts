import { Activity } from "./activity.ts";
import type { Limits } from "./arena.ts";
import { bytesWritten, readShare, readUsage, sharedMappings, type Usage } from "./usage.ts";

/** A limit that is watched from outside the program. */
export type WatchedLimit = "memory" | "cpu" | "processes" | "disk" | "idle";

/** A watch over what a program uses. */
export interface UsageWatch {
  /** Looks now, and not only when it is due: beside hundreds of busy processes that may be late. */
  look(): void;
  stop(): void;
}

/** What of a program is looked at. */
export interface Watched {
  /** In whose care it runs, and who has collected those of its processes that are gone. */
  init: number;
  processes(): readonly number[];
  /** Bytes of memory that it keeps in files and the like, whether or not a process of it has them mapped. */
  memoryInFiles(): number;
}

/** Looks at a program's processes while it runs and reports the first limit they exceed, once. */
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

/** A program that allocates as fast as the machine can gets some 100 MB past its limit in this time. */
const lookEveryMs = 50;

/** So many looks pass between two for what takes long to see. */
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
  // At the limit itself fork fails and the program may live on, spinning: as good as exceeded.
  if (sumOf("threads") >= limits.processes) return "processes";
  const acted = activity.exceeded();
  if (acted !== null) return acted;
  const inFiles = memoryInFiles();
  const isLarge = sumOf("residentBytes") + inFiles > limits.memoryBytes;
  if (isLarge && heldBytes(pids, inFiles) > limits.memoryBytes) return "memory";
  if (isThorough && sumOf("virtualBytes") > limits.memoryBytes && forkedBytes(pids) > limits.memoryBytes)
    return "memory";
  return [init, ...pids].reduce((sum, pid) => sum + bytesWritten(pid), 0) > limits.diskBytes ? "disk" : null;
}

function isAlive(each: readonly [number, Usage | null]): each is readonly [number, Usage] {
  return each[1] !== null;
}

/**
 * A forking server's processes share most of their memory: resident sizes alone would count it once for each. What is both in a
 * file and mapped counts once as well.
 */
function heldBytes(pids: readonly number[], inFiles: number): number {
  const shares = pids.map(readShare);
  const own = shares.reduce((sum, { bytes, ofShared }) => sum + bytes - ofShared, 0);
  const mapped = shares.reduce((sum, { ofShared }) => sum + ofShared, 0);
  return own + Math.max(mapped, inFiles);
}

/** What processes have mapped to share it with those that they fork; each such memory counts once. */
function forkedBytes(pids: readonly number[]): number {
  const byInode = new Map<string, number>();
  for (const pid of pids)
    for (const [inode, bytes] of sharedMappings(pid)) byInode.set(inode, Math.max(bytes, byInode.get(inode) ?? 0));
  return [...byInode.values()].reduce((sum, bytes) => sum + bytes, 0);
}
