import type { Limits } from "../arena/arena.ts";
import type { PreparedProgram } from "../model/prepared-program.ts";
import type { Test } from "../spec/lab.ts";
import type { World } from "../spec/world.ts";
import type { Follow } from "./follow-transcript.ts";
import type { PatienceLimits } from "./wait-clock.ts";

/** What is needed to launch the programs of a hand-in, whichever test they are launched for. */
export interface ProgramsSetup {
  programs: readonly PreparedProgram[];
  /** What the programs find besides themselves. */
  world?: World | undefined;
  /** Numbers in the source that may be ports. @default none */
  portsInSource?: readonly number[];
  limits: Limits;
  /** Whether the calls of the programs are written down. @default false */
  tracesCalls?: boolean;
  /** Paths of files that the programs write and that are looked at. @default none */
  keptFiles?: readonly string[];
}

/** What a test run needs to know about the test that it runs. */
export interface TestSetup extends ProgramsSetup {
  test: Pick<Test, "id" | "payloads" | "files">;
  /** The role under test. */
  role: string;
  seed: string;
  patience: PatienceLimits;
  /** Whether a failure is explained, which takes the time in which its program comes to rest. @default true */
  explains?: boolean;
  /** Hears of the events as they are seen. @default nobody does */
  follow?: Follow | undefined;
  /** Whether fixed limits take the place of the program watch. @default false */
  isBlind?: boolean;
}
