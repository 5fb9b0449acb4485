import type { Reporter, SerializedError, TestModule } from "vitest/node";

/** Ends a test run with one plain line, `N passed, N failed`, for scripts that read nothing else. */
export class Tally implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    process.stdout.write(`${tally(modules, unhandledErrors.length)}\n`);
  }
}

/** The part of a test file's outcome that the tally needs. */
export interface RunModule {
  children: { allTests(): Iterable<{ result(): { state: string } }> };
  errors(): readonly unknown[];
}

/** Failures outside of tests - a file that does not load, an uncaught error - count, too. */
export function tally(modules: readonly RunModule[], unhandledErrors: number): string {
  const states = modules.flatMap(({ children }) => [...children.allTests()].map((test) => test.result().state));
  const passed = states.filter((state) => state === "passed").length;
  const failed = states.filter((state) => state === "failed").length;
  const brokenFiles = modules.filter((module) => module.errors().length > 0).length;
  return `${passed} passed, ${failed + brokenFiles + unhandledErrors} failed`;
}
