import type { FoundProgram } from "../model/result.ts";
import type { GradedTest } from "./rubric.ts";

/**
 * The command with which a student sees a fault for themselves: the test's own, with its `{port}`, `{program}` (the command
 * that runs the program) and `{run}` (the same with its port) filled in; null where the test has none.
 */
export function tryIt(test: GradedTest, program: FoundProgram | undefined): string | null {
  const written = test["try-it"];
  if (written === undefined || !program?.byHand) return null;
  const words: Record<string, string> = { ...program.byHand, port: String(program.byHand.port) };
  return written.replaceAll(/\{(port|program|run)\}/g, (_, name: string) => String(words[name]));
}
