import type { Text } from "../model/text.ts";

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
  /** What a test earns that passed once and failed once. @default fails */
  unsteady?: "fails" | "passes" | undefined;
  tests: readonly GradedTest[];
  questions?: readonly MarkedQuestion[] | undefined;
}

/** The program that a test examines: the one it names, or the lab's first. */
export function programOf(lab: Pick<Rubric, "programs">, test: GradedTest): string {
  return test.program ?? Object.keys(lab.programs)[0] ?? "";
}

/** Every program that a test needs: the one it examines, and those that its steps start. */
export function programsOf(lab: Pick<Rubric, "programs">, test: GradedTest): string[] {
  return [...new Set([programOf(lab, test), ...started(test.steps)])];
}

/** What a list of steps starts, those within `repeat` and `together` too. */
function started(steps: readonly Record<string, unknown>[]): string[] {
  return steps.flatMap(({ start, ask, repeat, together }) => [
    ...[start, ask].flatMap((step) => (typeof step === "string" ? step : (step as Starting)?.program) ?? []),
    ...started((repeat as { steps: typeof steps } | undefined)?.steps ?? []),
    ...((together as (typeof steps)[] | undefined) ?? []).flatMap(started),
  ]);
}

type Starting = { program?: string } | undefined;
