import type { Limits } from "../arena/launch-options.ts";
import type { PreparedProgram } from "../model/prepared-program.ts";
import type { Test } from "../spec/lab.ts";
import type { World } from "../spec/world.ts";
import type { Follow } from "./follow-transcript.ts";
import type { PatienceLimits } from "./wait-clock.ts";

/** What is needed to launch the programs of a hand-in for any of its tests. */
export interface ProgramsSetup {
  programs: readonly PreparedProgram[];
  /** The world that the programs find. */
  world?: World | undefined;
  /** Numbers in the source that may be ports. @default none */
  portsInSource?: readonly number[];
  limits: Limits;
  /** Whether the socket calls of the programs are traced. @default false */
  tracesCalls?: boolean;
  /** Paths of files of the programs that steps read. @default none */
  keptFiles?: readonly string[];
}

/** What a test run needs to know about the test that it runs. */
export interface TestSetup extends ProgramsSetup {
  test: Pick<Test, "id" | "payloads" | "files">;
  /** The role under test. */
  role: string;
  seed: string;
  patience: PatienceLimits;
  /** Whether a failure is explained, for which its program must come to rest. @default true */
  explains?: boolean;
  /** Is called with the events as they happen. @default not called */
  follow?: Follow | undefined;
  /** Whether fixed time limits replace the program watch. @default false */
  isUnwatched?: boolean;
}
