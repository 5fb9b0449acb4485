import type { ChildProcess } from "node:child_process";
import type { LaunchOptions, Limits } from "./arena.ts";

/** The walls around one launch; each tier has its own. */
export interface Enclosure {
  /** Where the program sees its files and the build products. */
  readonly paths: { home: string; build: string };
  /** The same folder as this process sees it. */
  readonly home: string;
  /** The user that the program is, where it has one of its own. */
  readonly owner: number | null;
  /** What the program's environment must hold beside all else; libraries to be loaded first go before others. */
  readonly environment: Readonly<Record<string, string>>;
  /** The working directory in which the outermost process starts. */
  readonly workingFolder: string;
  /** Where the calls of the program can be written down, out of its sight. */
  readonly traceFile: string;
  /** What to spawn so that the command runs, as the program's user, inside. */
  command(program: readonly string[], limits: Limits, stdout: LaunchOptions["stdout"]): readonly string[];
  /** What goes before a command so that it runs beside the program, within the same walls and as the same user. @default nothing can */
  enter?(init: number): readonly string[];
  /** The pid, as seen from here, of the launcher in it (see launchCommand); null when it never came to be. */
  init(child: ChildProcess): Promise<number | null>;
  /** Every live process inside except init. */
  processes(init: number): number[];
  /** Bytes of memory in files, segments and queues that are the launch's own, mapped or not. */
  memoryInFiles(init: number): number;
  /** Kills init and everything inside. */
  destroy(init: number): void;
  /** Removes its files, once everything is dead; returns whether they are gone. */
  remove(): Promise<boolean>;
}
