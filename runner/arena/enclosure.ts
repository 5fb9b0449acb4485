import type { ChildProcess } from "node:child_process";
import type { LaunchOptions, Limits } from "./launch-options.ts";

/** What isolates one launch from the machine; each tier has its own. */
export interface Enclosure {
  /** Where the program sees its files and the build products. */
  readonly paths: { home: string; build: string };
  /** The same folder as this process sees it. */
  readonly home: string;
  /** The user as whom the program runs, if it has one of its own. */
  readonly owner: number | null;
  /** Whether the launcher answers calls of the program, so that the program waits for it. @default false */
  readonly answersCalls?: boolean;
  /** Variables that the program needs in its environment; libraries of an LD_PRELOAD go before others. */
  readonly environment: Readonly<Record<string, string>>;
  /** The working directory in which the outermost process starts. */
  readonly workingFolder: string;
  /** File for the trace of the program's calls, which the program cannot see. */
  readonly traceFile: string;
  /** The command line that runs a command inside, as the program's user. */
  command(program: readonly string[], limits: Limits, stdout: LaunchOptions["stdout"]): readonly string[];
  /** What to put before a command so that it runs in the program's sandbox, as the program's user. @default not possible */
  enter?(init: number): readonly string[];
  /** The pid, as seen from this process, of the launcher in it (see launchCommand); null if it was never started. */
  init(child: ChildProcess): Promise<number | null>;
  /** Every live process inside except init. */
  processes(init: number): number[];
  /** Bytes of memory in the files, shared memory segments and queues of the launch, whether or not they are mapped. */
  memoryInFiles(init: number): number;
  /** Kills init and everything inside. */
  destroy(init: number): void;
  /** Removes its files after all processes have ended; returns whether they are gone. */
  remove(): Promise<boolean>;
}
