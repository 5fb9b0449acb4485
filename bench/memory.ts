import { childrenByFile } from "../runner/linux/process-tree.ts";
import { isWorker, peakMemoryKiB } from "./processes.ts";

/** The most memory that processes held at a time, each for itself. */
export interface PeakMemory {
  mainMiB: number;
  /** Of the worker that held most; null where there was none. */
  workerMiB: number | null;
}

/** Looks every now and then at the most memory that a process and its workers have held; the kernel keeps count between. */
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
