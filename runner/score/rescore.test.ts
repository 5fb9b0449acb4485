import { expect, it } from "vitest";
import type { Result, TestResult } from "../model/result.ts";
import { rescore } from "./rescore.ts";
import type { GradedTest, Rubric } from "./rubric.ts";

const words = { en: "x", id: "x" };

function graded(id: string, status: TestResult["status"], more: Partial<TestResult> = {}): TestResult {
  return {
    ...({ id, status, points: status === "passed" ? 5 : 0, maxPoints: 5, optional: false } as TestResult),
    ...more,
  };
}

function rubric(tests: (Partial<GradedTest> & { id: string })[], more: Partial<Rubric> = {}): Rubric {
  return {
    programs: { server: {} },
    tests: tests.map((test) => ({ title: words, why: words, points: 5, steps: [], ...test })),
    ...more,
  };
}

function rescored(tests: TestResult[], by: Rubric) {
  const { score, maxScore, tests: after } = rescore({ tests, programs: [], language: "en" } as unknown as Result, by);
  return { score, maxScore, statuses: after.map(({ status }) => status) };
}

const observed = [graded("starts", "passed"), graded("echo", "failed"), graded("large", "passed")];

it("gives new points to old observations", () => {
  const by = rubric([
    { id: "starts", points: 1 },
    { id: "echo", points: 2 },
    { id: "large", points: 4, optional: true },
  ]);
  expect(rescored(observed, by)).toEqual({ score: 5, maxScore: 3, statuses: ["passed", "failed", "passed"] });
});

it("closes a gate that the rubric now has", () => {
  const by = rubric([{ id: "starts" }, { id: "large", needs: ["echo"] }, { id: "echo" }]);
  expect(rescored(observed, by)).toEqual({ score: 5, maxScore: 15, statuses: ["passed", "skipped", "failed"] });
});

it("knows nothing of a test that a gate kept from being played", () => {
  const skipped = [graded("starts", "failed"), graded("echo", "skipped", { skippedFor: "starts" })];
  expect(rescored(skipped, rubric([{ id: "starts" }, { id: "echo", needs: ["starts"] }])).statuses).toEqual([
    "failed",
    "skipped",
  ]);
  expect(rescored(skipped, rubric([{ id: "starts" }, { id: "echo" }])).statuses).toEqual(["failed", "error"]);
});

it("leaves out tests that the rubric no longer has, and does not invent new ones", () => {
  expect(rescored(observed, rubric([{ id: "starts" }, { id: "brand-new" }]))).toEqual({
    score: 5,
    maxScore: 5,
    statuses: ["passed"],
  });
});

it("decides anew about what both passed and failed", () => {
  const flaky = [graded("echo", "failed", { flaky: [] })];
  expect(rescored(flaky, rubric([{ id: "echo" }], { flaky: "passes" })).statuses).toEqual(["passed"]);
  expect(rescored(flaky, rubric([{ id: "echo" }])).statuses).toEqual(["failed"]);
  const mostlyPassed = [graded("echo", "failed", { flaky: [], plays: { played: 4, failed: 1 } })];
  expect(rescored(mostlyPassed, rubric([{ id: "echo" }])).statuses).toEqual(["passed"]);
  expect(rescored(mostlyPassed, rubric([{ id: "echo" }], { flaky: "fails" })).statuses).toEqual(["failed"]);
});

it("does not count what stands behind a gate that could not be played", () => {
  const seen = [graded("connects", "skipped", { unplayable: words }), graded("gives-up", "passed")];
  const by = rubric([{ id: "connects" }, { id: "gives-up", needs: ["connects"] }]);
  expect(rescored(seen, by)).toEqual({ score: 0, maxScore: 0, statuses: ["skipped", "skipped"] });
});
