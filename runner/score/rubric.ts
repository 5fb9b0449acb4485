import type { Text } from "../model/text.ts";
import { rolesStartedBy } from "../spec/every-step.ts";
import type { FlakyRule } from "./flaky.ts";

/** What scoring needs to know of a test; a lab's test has it all. */
export interface GradedTest {
  id: string;
  program?: string | undefined;
  title: Text;
  why: Text;
  points: number;
  needs?: readonly string[] | undefined;
  optional?: boolean | undefined;
  visibility?: "visible" | "hidden" | undefined;
  "try-it"?: string | undefined;
  steps: readonly Record<string, unknown>[];
}

/** What scoring needs to know of a question. */
export interface MarkedQuestion {
  id: string;
  title: Text;
  text?: Text | undefined;
  rubric: readonly Text[];
  points: number;
}

/** What scoring needs to know of a lab. */
export interface Rubric {
  programs: Readonly<Record<string, unknown>>;
  /** How a test that both passed and failed under the same seed counts. @default majority */
  flaky?: FlakyRule;
  tests: readonly GradedTest[];
  questions?: readonly MarkedQuestion[] | undefined;
}

/** The program that a test examines: the one it names, or the lab's first. */
export function programOf(lab: Pick<Rubric, "programs">, test: GradedTest): string {
  return test.program ?? Object.keys(lab.programs)[0] ?? "";
}

/** Every program that a test needs: the one it examines and those that its steps start. */
export function programsOf(lab: Pick<Rubric, "programs">, test: GradedTest): string[] {
  return [...new Set([programOf(lab, test), ...rolesStartedBy(test.steps)])];
}
