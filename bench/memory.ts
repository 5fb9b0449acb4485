import { childrenByFile } from "../runner/linux/process-tree.ts";
import { isWorker, peakMemoryKiB } from "./processes.ts";

/** The peak memory of single processes. */
export interface PeakMemory {
  mainMiB: number;
  /** Of the worker with the highest peak; null if there was none. */
  workerMiB: number | null;
}

/** Reads the peak memory of a process and its workers at regular intervals; the kernel records the peaks in between. */
export function watchMemory(): { begin(pid: number): void; end(): PeakMemory } {
  let [mainKiB, workerKiB] = [0, 0];
  let timer: NodeJS.Timeout | undefined;
  return {
    begin(pid) {
      timer = setInterval(() => {
        mainKiB = Math.max(mainKiB, peakMemoryKiB(pid));
        workerKiB = Math.max(workerKiB, ...childrenByFile(pid).filter(isWorker).map(peakMemoryKiB));
      }, 50);
    },
    end() {
      clearInterval(timer);
      return { mainMiB: mebibytes(mainKiB), workerMiB: workerKiB === 0 ? null : mebibytes(workerKiB) };
    },
  };
}

function mebibytes(kibibytes: number): number {
  return Math.round(kibibytes / 1024);
}
