import type { Reporter, SerializedError, TestModule } from "vitest/node";

/** Ends a test run with one plain line, `N passed, N failed`, for scripts that read nothing else. */
export class Tally implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    process.stdout.write(`${tally(modules, unhandledErrors.length)}\n`);
  }
}

/** As much of a test file's outcome as the tally needs. */
export interface RunModule {
  children: { allTests(): Iterable<{ result(): { state: string } }> };
  errors(): readonly unknown[];
}

/** What fails outside any test - a file that does not load, an error that nobody caught - counts as a failure too. */
export function tally(modules: readonly RunModule[], unhandledErrors: number): string {
  const states = modules.flatMap(({ children }) => [...children.allTests()].map((test) => test.result().state));
  const passed = states.filter((state) => state === "passed").length;
  const failed = states.filter((state) => state === "failed").length;
  const brokenFiles = modules.filter((module) => module.errors().length > 0).length;
  return `${passed} passed, ${failed + brokenFiles + unhandledErrors} failed`;
}
