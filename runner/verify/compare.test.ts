import { expect, test } from "vitest";
import type { DiagnosisCode } from "../diagnose/index.ts";
import type { Status, TestResult } from "../model/result.ts";
import { compare } from "./compare.ts";

function ended(id: string, status: Status, code: DiagnosisCode | null = null, optional = false): TestResult {
  return { id, status, optional, message: "busy", diagnosis: code && { code } } as unknown as TestResult;
}

const flawed = { flaw: "It is late.", fails: { echo: "truncates" as const }, skips: ["after"] };

const known = new Set(["starts", "echo", "after", "extra"]);

test("is content when exactly the expected happens", () => {
  const tests = [ended("starts", "passed"), ended("echo", "failed", "truncates"), ended("after", "skipped")];
  expect(compare({ tests }, flawed, known).complaints).toEqual([]);
});

test("complains about what was missed, and about what was not to fail", () => {
  const tests = [ended("starts", "failed"), ended("echo", "passed"), ended("after", "passed")];
  const found = compare({ tests }, flawed, known);
  expect(found.complaints).toEqual([
    { code: "false-alarm", test: "starts", message: "busy" },
    { code: "missed", test: "echo" },
    { code: "not-skipped", test: "after" },
  ]);
  expect(found.tests.echo).toEqual({ status: "passed", expected: false });
});

test("asks for the diagnosis too, also for none", () => {
  const tests = [ended("echo", "failed", null), ended("after", "skipped")];
  expect(compare({ tests }, flawed, known).complaints).toEqual([
    { code: "other-diagnosis", test: "echo", expected: "truncates", found: null },
  ]);
});

test("asks for extra credit only of references", () => {
  const tests = [ended("extra", "failed", null, true)];
  const correct = { style: "Plain.", fails: {}, skips: [] };
  expect(compare({ tests }, correct, known).complaints).toEqual([]);
  expect(compare({ tests }, null, known).complaints).toEqual([{ code: "false-alarm", test: "extra", message: "busy" }]);
});

test("tells tests that could not be decided from failed ones", () => {
  expect(compare({ tests: [ended("starts", "error")] }, null, known).complaints).toEqual([
    { code: "undecided", test: "starts", message: "busy" },
  ]);
});

test("keeps the diagnosis of each failure, and why a test was not played", () => {
  const why = { en: "No network.", id: "Tanpa jaringan." };
  const unplayed = { ...ended("echo", "skipped"), unplayable: why };
  expect(compare({ tests: [ended("starts", "failed", "truncates"), unplayed] }, null, known).tests).toEqual({
    starts: { status: "failed", expected: false, diagnosis: "truncates" },
    echo: { status: "skipped", expected: true, unplayable: "No network." },
  });
});
