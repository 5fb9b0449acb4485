import { spawn } from "node:child_process";
import { once } from "node:events";
import { lstatSync, readdirSync, rmdirSync, unlinkSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";

/**
 * Removes a file or folder whatever it holds, and returns whether it is gone: a program may have left a million files, folders
 * nested deeper than any path may be long, or folders that nobody may enter. Never throws; takes no longer than `withinMs`.
 *
 * @param withinMs @default 20 seconds
 */
export async function removeTree(path: string, withinMs = longestMs): Promise<boolean> {
  if (removeSmallTree(path)) return true;
  const deadlineMs = performance.now() + withinMs;
  // rm(1) and chmod(1) go down by descriptors, not by paths: no depth is too much for them.
  if (await ran(["rm", "-rf", "--", path], deadlineMs)) return isGone(path);
  if (await ran(["chmod", "-R", "u+rwx", "--", path], deadlineMs)) await ran(["rm", "-rf", "--", path], deadlineMs);
  return isGone(path);
}

/**
 * The same at once for what holds little, as nearly every launch does; false, with whatever is left still there, for anything
 * else. For the exit of a process too, where nothing can be awaited.
 */
export function removeSmallTree(path: string): boolean {
  const budget = { entries: mostEntries };
  try {
    removeWithin(path, budget, deepest);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT" && isGone(path);
  }
}

const longestMs = 20_000;
const mostEntries = 1_000;
const deepest = 32;

function removeWithin(path: string, budget: { entries: number }, levels: number): void {
  if (budget.entries-- <= 0 || levels === 0) throw new Error(`${path} holds too much to be removed at once`);
  const stats = lstatSync(path);
  if (!stats.isDirectory()) {
    unlinkSync(path);
    return;
  }
  // A folder with a million names is not to be read here.
  if (stats.size > largestListBytes) throw new Error(`${path} holds too much to be removed at once`);
  for (const name of readdirSync(path)) removeWithin(join(path, name), budget, levels - 1);
  rmdirSync(path);
}

/** Names of up to 255 bytes, so some thousand files at least. */
const largestListBytes = 1 << 20;

function isGone(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) === undefined;
}

/** Whether a command ended well before the deadline; where the system has no such command, Node does what it can. */
async function ran([file = "", ...args]: readonly string[], deadlineMs: number): Promise<boolean> {
  const child = spawn(file, args, { stdio: "ignore", cwd: "/" });
  const timer = setTimeout(() => child.kill("SIGKILL"), Math.max(0, deadlineMs - performance.now()));
  try {
    const [status] = await once(child, "exit");
    return status === 0;
  } catch {
    const path = args.at(-1) as string;
    return file === "rm" && (await rm(path, { recursive: true, force: true }).then(isDone, isNotDone));
  } finally {
    clearTimeout(timer);
  }
}

const isDone = () => true;
const isNotDone = () => false;
