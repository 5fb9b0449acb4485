import { readStat } from "./parse-stat.ts";
import { listNumbers, readProcFile } from "./proc-file.ts";
import { threadsOf } from "./threads.ts";

/**
 * The process `root` and all its living descendants, parents first; empty when none is left. Zombies are left out, but
 * their children are not. A process whose main thread has ended is named by a thread that lives: /proc shows nothing of it
 * by its own number. A daemon that lost its parent belongs to the init of its pid namespace: give that as root.
 */
export function processTree(root: number): number[] {
  return processForest(() => [root]);
}

/**
 * The same for several roots. When a process ends, its children move to a process that may have been read already: if one ended
 * while the forest was read, `roots` is called again and everything is read again.
 */
export function processForest(roots: () => readonly number[]): number[] {
  let known: ReadonlySet<number> = new Set();
  for (let passes = 1; ; passes++) {
    const { living, ended } = readForest(roots());
    if (passes === mostPasses || ended.every((pid) => known.has(pid))) return living;
    known = new Set(ended);
  }
}

/** Processes of a fork bomb end in every pass. */
const mostPasses = 4;

function readForest(roots: readonly number[]): { living: number[]; ended: number[] } {
  const children = childrenFinder();
  const living: number[] = [];
  const ended: number[] = [];
  const pending = [...roots];
  for (let pid = pending.shift(); pid !== undefined; pid = pending.shift()) {
    pending.push(...children(pid));
    // Checked after its children were read: if it is still alive, no child was missed.
    const task = livingTask(pid);
    if (task === null) ended.push(pid);
    else living.push(task);
  }
  return { living, ended };
}

/** The children of a process, zombies included. */
export function childrenOf(pid: number): number[] {
  return childrenFinder()(pid);
}

function childrenFinder(): (pid: number) => number[] {
  return HAS_CHILDREN_FILES ? childrenByFile : childrenByScan();
}

/** The process itself, or one of its threads if its main thread has ended before them; null when it has ended. */
function livingTask(pid: number): number | null {
  const stat = readStat(`/proc/${pid}`);
  if (stat === null || !ENDED.includes(stat.state)) return stat && pid;
  if (stat.threads <= 1) return null;
  return threadsOf(pid).find((tid) => tid !== pid && isRunning(`/proc/${pid}/task/${tid}`)) ?? null;
}

function isRunning(folder: string): boolean {
  const stat = readStat(folder);
  return stat !== null && !ENDED.includes(stat.state);
}

const ENDED = ["Z", "X"];

/** The file needs CONFIG_PROC_CHILDREN; proc_tid_children(5). */
const HAS_CHILDREN_FILES = readProcFile("/proc/thread-self/children") !== null;

/** The children of a process, zombies included, from `/proc/<pid>/task/<tid>/children`. */
export function childrenByFile(pid: number): number[] {
  return threadsOf(pid).flatMap((tid) => {
    const text = readProcFile(`/proc/${pid}/task/${tid}/children`)?.trim();
    return text ? text.split(" ").map(Number) : [];
  });
}

/** The same from one pass over all of /proc, for kernels without that file. */
export function childrenByScan(): (pid: number) => number[] {
  const byParent = new Map<number, number[]>();
  for (const pid of listNumbers("/proc") ?? []) {
    const parent = readStat(`/proc/${pid}`)?.parent;
    if (parent !== undefined) byParent.set(parent, [...(byParent.get(parent) ?? []), pid]);
  }
  return (pid) => byParent.get(pid) ?? [];
}
