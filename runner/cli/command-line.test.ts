import { afterEach, beforeEach, expect, it, type MockInstance, vi } from "vitest";
import { UsageProblem } from "../model/usage-problem.ts";
import { reportFailure } from "./command-line.ts";
import { exitStatus } from "./exit-status.ts";
import { unusableLab } from "./unusable.ts";

let stderr: MockInstance<typeof process.stderr.write>;
beforeEach(() => {
  stderr = vi.spyOn(process.stderr, "write").mockReturnValue(true);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

function said(): string {
  return stderr.mock.calls.map(([text]) => String(text)).join("");
}

it("says what the user can put right, without a stack trace", () => {
  expect(reportFailure(new UsageProblem("unknown lab `x`"))).toBe(exitStatus.usage);
  expect(said()).toBe("error: unknown lab `x`\n");
});

it("lists the problems of a lab", () => {
  const problem = { file: "lab.yaml", line: 3, column: 5, message: "the file is empty", path: [] };
  expect(reportFailure(unusableLab([problem, { ...problem, line: 4 }]))).toBe(exitStatus.usage);
  expect(said()).toBe(
    "error: 2 problems in the lab\n  lab.yaml:3:5: the file is empty\n  lab.yaml:4:5: the file is empty\n",
  );
});

it("takes the blame for what nobody foresaw", () => {
  expect(reportFailure(new TypeError("x is not a function"))).toBe(exitStatus.failure);
  expect(said()).toMatch(
    /^error: wirecheck itself failed: x is not a function\nThe program under test is not at fault/,
  );
  expect(said()).not.toContain("    at ");
});

it("shows where it failed on request", () => {
  vi.stubEnv("WIRECHECK_DEBUG", "1");
  reportFailure(new TypeError("x is not a function"));
  expect(said()).toContain("    at ");
});
