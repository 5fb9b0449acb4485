import type { Limits } from "./launch-options.ts";

/** What a program under test may use if its lab does not say. */
export const defaultLimits: Limits = {
  // A program that reads 8 MiB byte by byte needs up to a minute; waits give up much sooner on one that only computes.
  cpuSeconds: 120,
  // A JVM with a small heap stays under 200 MB; sixty busy threads of anything under 400 MB.
  memoryBytes: 512 << 20,
  // A thread for each of a hundred clients, and the 25 threads of a JVM or Go runtime.
  processes: 256,
  // A thousand clients at once; low enough that a leak shows in a test of ordinary length.
  openFiles: 1024,
  fileBytes: 16 << 20,
  // No lab asks for files at all; a server may write a log.
  diskBytes: 256 << 20,
  // More than a chatty server prints in a test of 500 connections; a flood reaches it within milliseconds.
  outputBytes: 4 << 20,
};

/** What building a hand-in may use: compilers need more than the programs. */
export const buildLimits: Limits = {
  // One file of C++ with many templates needs 5 s.
  cpuSeconds: 15,
  // Go's whole library from its sources needs 25 s.
  allCpuSeconds: 40,
  // A compiler always computes: if it idles, it waits for the keyboard or for a child, and will never end.
  idleSeconds: 10,
  memoryBytes: 2 ** 31,
  processes: 512,
  openFiles: 4096,
  fileBytes: 256 << 20,
  diskBytes: 2 ** 31,
  outputBytes: 1 << 20,
};

/** A limit of one process that the kernel enforces, by the number of its RLIMIT_* constant; see getrlimit(2). */
export interface ResourceLimit {
  resource: number;
  value: number;
}

/**
 * The limits that the kernel enforces on a program. `watchUsage` also watches CPU time and the memory of all processes together.
 */
export function resourceLimits(limits: Limits, processes: number): ResourceLimit[] {
  // The watch ends a busy program first; this limit is for when the watch is not given a CPU.
  const cpuSeconds = Math.ceil(limits.cpuSeconds) + 2;
  const heapBytes = Math.max(smallestHeapBytes, 2 * limits.memoryBytes);
  return [
    { resource: resources.cpu, value: cpuSeconds },
    { resource: resources.fileSize, value: limits.fileBytes },
    ...(limits.reservesMemory ? [] : [{ resource: resources.data, value: heapBytes }]),
    { resource: resources.core, value: 0 },
    { resource: resources.processes, value: processes },
    { resource: resources.openFiles, value: limits.openFiles },
  ];
}

/** Stacks of threads count as data although hardly any of their memory is used; sixty stacks take half of this. */
const smallestHeapBytes = 2 ** 30;

const resources = { cpu: 0, fileSize: 1, data: 2, core: 4, processes: 6, openFiles: 7 };
