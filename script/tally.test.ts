import { expect, it } from "vitest";
import { type RunModule, tally } from "./tally.ts";

function module(states: string[], errors = 0): RunModule {
  return {
    children: { allTests: () => states.map((state) => ({ result: () => ({ state }) })) },
    errors: () => Array.from({ length: errors }, () => ({ message: "does not load" })),
  };
}

it("counts tests over all files", () => {
  expect(tally([module(["passed", "failed", "skipped"]), module(["passed"])], 0)).toBe("2 passed, 1 failed");
});

it("counts a file that does not load and an error that nobody caught as failures", () => {
  expect(tally([module(["passed"]), module([], 2)], 1)).toBe("1 passed, 2 failed");
});
