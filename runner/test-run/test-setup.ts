import type { Limits } from "../arena/arena.ts";
import type { PreparedProgram } from "../model/prepared-program.ts";
import type { Test } from "../spec/lab.ts";
import type { World } from "../spec/world.ts";
import type { PatienceLimits } from "./wait-clock.ts";

/** What a test run needs to know about the test that it runs. */
export interface TestSetup {
  test: Pick<Test, "id" | "payloads">;
  /** The role under test. */
  role: string;
  programs: readonly PreparedProgram[];
  seed: string;
  /** What the programs find besides themselves. */
  world?: World | undefined;
  patience: PatienceLimits;
  limits: Limits;
  /** Whether the calls of its programs are written down. @default false */
  tracesCalls?: boolean;
  /** Whether fixed limits take the place of the program watch. @default false */
  isBlind?: boolean;
}
