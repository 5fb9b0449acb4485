import { basename } from "node:path";
import type { Runtime } from "../launchers/runtime.ts";
import { asOwnerOf } from "../linux/as-owner.ts";
import type { BlockedCall, Limit } from "../linux/blocked-call.ts";
import { parseTimerRemainingMs } from "../linux/parse-fdinfo.ts";
import { readStat, type Stat } from "../linux/parse-stat.ts";
import { parseSchedstat, parseStatusSwitches, type Turns } from "../linux/parse-switches.ts";
import { parseSyscall } from "../linux/parse-syscall.ts";
import { listNumbers, readBytes, readLink, readProcFile } from "../linux/proc-file.ts";
import type { Descriptors, ProcessSample, ThreadSample } from "../linux/process-sample.ts";
import { readDescriptors } from "../linux/read-descriptors.ts";
import { readLimit } from "../linux/read-limit.ts";
import { rereadProcFile } from "../linux/reread-proc-file.ts";
import { shownState } from "../linux/shown-state.ts";
import { SYSTEM_CALLS, systemCallName } from "../linux/system-calls.ts";
import { threadsOf } from "../linux/threads.ts";
import { readClocks } from "./clocks.ts";
import { isHousekeeping, runtimeOf } from "./runtimes.ts";

/**
 * Samples the processes `pids` from /proc, synchronously and in their order; those that are gone are left out. List the
 * pids again for every look (`processTree`): if a child were missed, its waiting parent would look stuck.
 */
export function takeProcesses(pids: readonly number[]): ProcessSample[] {
  return pids.map((pid) => asOwnerOf(pid, () => takeProcess(pid))).filter((sample) => sample !== null);
}

function takeProcess(pid: number): ProcessSample | null {
  const executable = basename(readLink(`/proc/${pid}/exe`) ?? "").replace(/ \(deleted\)$/, "");
  const runtime = runtimeOf(executable, () => readBytes(`/proc/${pid}/exe`, 0n, HEAD_BYTES));
  const tids = threadsOf(pid);
  const threads = tids.map((tid) => takeThread(pid, tid, runtime)).filter((thread) => thread !== null);
  const [first] = threads;
  if (first === undefined) return null;
  const descriptors = takeDescriptors(pid);
  return {
    pid,
    parent: first.stat.parent,
    executable: executable || first.stat.name,
    runtime: runtime?.name ?? "native",
    unreadable: descriptors === null || threads.some((thread) => thread.unreadable),
    timers: takeTimers(pid, descriptors ?? new Map(), first.stat.catchesAlarm && !runtime?.handlesEverySignal),
    threads: threads.map((thread) => thread.sample),
    descriptors: descriptors ?? new Map(),
  };
}

/** The Go linker's note is in the first page of the file. */
const HEAD_BYTES = 4096;
const ENDED = ["Z", "X"];

/**
 * The order matters: the context switches are read last, so that equal counts in two looks prove that the call and the state which
 * the second look shows held all the time in between.
 */
function takeThread(pid: number, tid: number, runtime: Runtime | undefined) {
  const folder = `/proc/${pid}/task/${tid}`;
  const stat = takeStat(folder);
  if (stat === null) return null;
  const { name, cpuTicks } = stat;
  const state = shownState(stat.state, folder);
  const skipCall = isHousekeeping(runtime, name);
  const syscall = skipCall ? null : readProcFile(`${folder}/syscall`);
  const call = syscall === null ? null : takeCall(pid, syscall);
  const turns = takeTurns(folder);
  const unreadable = (syscall === null && !skipCall) || turns === null;
  // A thread that has just ended must not be mistaken for one that /proc hides.
  if (unreadable && takeStat(folder) === null) return null;
  const { count: switches, delayedMs } = turns ?? noTurns;
  const sample: ThreadSample = { tid, name, state, cpuTicks, switches, delayedMs, call };
  return { sample, stat, unreadable };
}

/** Null when the thread has ended. */
function takeStat(folder: string): Stat | null {
  const stat = readStat(folder);
  return stat === null || ENDED.includes(stat.state) ? null : stat;
}

function takeTurns(folder: string): Turns | null {
  const turns = parseSchedstat(rereadProcFile(`${folder}/schedstat`) ?? "");
  if (turns !== null) return turns;
  const count = parseStatusSwitches(readProcFile(`${folder}/status`) ?? "");
  return count === null ? null : { count, delayedMs: 0 };
}

const noTurns: Turns = { count: 0, delayedMs: 0 };

function takeCall(pid: number, text: string): BlockedCall | null {
  const raw = parseSyscall(text);
  if (raw === null) return null;
  const name = systemCallName(raw.number, process.arch);
  if (name === null) return { ...raw, name, limit: "unknown", descriptors: [] };
  const { limit, descriptor } = SYSTEM_CALLS[name];
  const readMemory = (address: bigint, bytes: number) => readBytes(`/proc/${pid}/mem`, address, bytes);
  return {
    ...raw,
    name,
    limit: readLimit(limit, raw.args, readMemory, readClocks),
    descriptors: readDescriptors(descriptor, raw.args, readMemory, (fd) => readProcFile(`/proc/${pid}/fdinfo/${fd}`)),
  };
}

function takeDescriptors(pid: number): Descriptors | null {
  const numbers = listNumbers(`/proc/${pid}/fd`);
  if (numbers === null) return null;
  const descriptors = new Map<number, string>();
  for (const number of numbers) {
    const target = readLink(`/proc/${pid}/fd/${number}`);
    if (target !== null) descriptors.set(number, target);
  }
  return descriptors;
}

/**
 * The timers that may wake the process although none of its calls has a timeout. An alarm() without a handler cannot be seen, but it
 * can only end the program.
 */
function takeTimers(pid: number, descriptors: Descriptors, catchesAlarm: boolean): Limit[] {
  const timers: Limit[] = [];
  for (const [number, target] of descriptors) {
    if (target !== "anon_inode:[timerfd]") continue;
    const remainingMs = parseTimerRemainingMs(readProcFile(`/proc/${pid}/fdinfo/${number}`) ?? "");
    if (remainingMs !== null) timers.push({ atMs: performance.now() + remainingMs });
  }
  const hasPosixTimer = Boolean(readProcFile(`/proc/${pid}/timers`));
  if (catchesAlarm || hasPosixTimer) timers.push("unknown");
  return timers;
}
