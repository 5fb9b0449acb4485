import { expect, test } from "vitest";
import type { Result } from "../../runner/model/result.ts";
import { filesOf } from "../../tests/support/files-of.ts";
import { sampleClass, sampleGrade, sampleStudent } from "../../tests/support/sample-class.ts";
import { sampleResult, sampleTest } from "../../tests/support/sample-results.ts";
import { reportFormats } from "../index.ts";
import { forAudience } from "../support/audience.ts";
import { consoleReport } from "../terminal/console.ts";

const question = { id: "why", title: { en: "Why?", id: "Mengapa?" }, maxPoints: 20 };
const secret = { rubric: [{ en: "SECRET", id: "SECRET" }], comment: "SECRET too" };

function half(points: number | null): Result {
  const result = sampleResult([sampleTest()]);
  return { ...result, maxScore: result.maxScore + 20, questions: [{ ...question, ...secret, points }] };
}

const [pending, marked] = [half(null), half(7)];
const grade = { ...sampleGrade(6, 26), pending: 20 };
const graded = sampleClass([sampleStudent("0511", { result: pending, grade })]);
const contentsOf = async (name: keyof typeof reportFormats) => {
  const files = await filesOf(reportFormats[name].files(graded, { audience: "instructor", language: "en" }));
  return files.map(({ content }) => content).join();
};

test("the console says what is pending, and counts what is graded so far", () => {
  const shown = consoleReport(pending, { language: "en", colour: false });
  expect(shown).toMatch(/Why\? \(pending\) +\?\/20/);
  expect(shown).toMatch(/\d+ of the \d+ graded so far/);
  expect(consoleReport(marked, { language: "id", colour: false })).toMatch(/Mengapa\? +7\/20/);
});

test("formats with room for words say so far, those without leave a blank", async () => {
  expect(await contentsOf("markdown")).toContain("6 of the 6 graded so far");
  expect(await contentsOf("html")).toContain("points graded so far");
  expect(await contentsOf("gradebook")).toContain("pending");
  expect(await contentsOf("csv")).toContain("why,Why?,pending,,20");
  expect(await contentsOf("junit")).toContain("?/20, pending");
  expect(await contentsOf("canvas")).toMatch(/,A,\s*$/m);
  expect(await contentsOf("moodle")).toContain(",,6 of the 6 graded so far");
});

test("nobody but the instructor sees rubrics and notes", () => {
  expect(JSON.stringify(forAudience(marked, "instructor"))).toContain("SECRET");
  expect(JSON.stringify([forAudience(marked, "student"), forAudience(marked, "public")])).not.toContain("SECRET");
  expect(consoleReport(marked, { language: "en", colour: false, verbose: true })).not.toContain("SECRET");
});
