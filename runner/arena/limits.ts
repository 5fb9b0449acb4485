import { limitResource } from "../linux/native.ts";
import type { Limits } from "./arena.ts";

/** What a program under test may use where its lab says nothing. */
export const defaultLimits: Limits = {
  // One that takes 8 MiB byte by byte needs up to a minute; who only computes is given up by the wait much sooner.
  cpuSeconds: 120,
  // A JVM with a small heap stays under 200 MB; sixty busy threads of anything under 400 MB.
  memoryBytes: 512 << 20,
  // A thread for each of a hundred clients, and the 25 threads of a JVM or Go runtime beside them.
  processes: 256,
  // A thousand clients at once; low enough that a leak shows in a test of ordinary length.
  openFiles: 1024,
  fileBytes: 16 << 20,
  // More than a chatty server prints in a test of 500 connections; a flood reaches it within milliseconds.
  outputBytes: 4 << 20,
};

/** What building a hand-in may use: compilers are hungrier than the programs they make. */
export const buildLimits: Limits = {
  cpuSeconds: 120,
  memoryBytes: 2 ** 31,
  processes: 512,
  openFiles: 4096,
  fileBytes: 256 << 20,
  outputBytes: 1 << 20,
};

/**
 * Puts the limits that the kernel itself enforces on a process and all that it starts from then on; memory resident in all
 * of them together and processor time are watched from outside as well (see usage-watch).
 */
export function applyLimits(pid: number, limits: Limits, processes: number): void {
  // The watch ends a busy program first; this one holds should the watch itself be starved.
  const cpuSeconds = Math.ceil(limits.cpuSeconds) + 2;
  const heapBytes = Math.max(smallestHeapBytes, 2 * limits.memoryBytes);
  const heap: [number, number][] = limits.reservesMemory ? [] : [[resources.data, heapBytes]];
  const values: readonly [resource: number, value: number][] = [
    [resources.cpu, cpuSeconds],
    [resources.fileSize, limits.fileBytes],
    ...heap,
    [resources.core, 0],
    [resources.processes, processes],
    [resources.openFiles, limits.openFiles],
  ];
  for (const [resource, value] of values) limitResource(pid, resource, value);
}

/** The stacks of threads count as data although hardly any of it is ever touched; sixty of them are half of this. */
const smallestHeapBytes = 2 ** 30;

/** Numbers of the RLIMIT_* constants; see getrlimit(2). */
const resources = { cpu: 0, fileSize: 1, data: 2, core: 4, processes: 6, openFiles: 7 };
