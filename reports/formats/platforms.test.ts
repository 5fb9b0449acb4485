import { describe, expect, it } from "vitest";
import * as z from "zod";
import { hostileClass, sampleClass, sampleGrade, sampleStudent, ungraded } from "../../tests/support/sample-class.ts";
import { sampleResult, sampleTest, splitMessage } from "../../tests/support/sample-results.ts";
import { githubAnnotations } from "./github-annotations.ts";
import { githubClassroom } from "./github-classroom.ts";
import { gradescope } from "./gradescope.ts";

const student = { audience: "student", language: "en" } as const;

/** What Gradescope's documentation allows in results.json. */
const visibility = z.enum(["hidden", "after_due_date", "after_published", "visible"]);
const format = z.enum(["text", "html", "simple_format", "md", "ansi"]);
const gradescopeResults = z.strictObject({
  score: z.number(),
  execution_time: z.number(),
  output: z.string(),
  output_format: format,
  test_output_format: format,
  test_name_format: format,
  visibility,
  stdout_visibility: visibility,
  tests: z.array(
    z.strictObject({
      score: z.number(),
      max_score: z.number(),
      status: z.enum(["passed", "failed"]).optional(),
      name: z.string().regex(/^.+$/),
      number: z.string(),
      output: z.string(),
      tags: z.array(z.string()),
      visibility,
    }),
  ),
});

describe("Gradescope's results", () => {
  it("keep to its documentation whatever students write", () => {
    const files = [...gradescope.files(hostileClass(), { ...student, audience: "instructor" })];
    expect(files.length).toBeGreaterThan(10);
    for (const { content } of files) expect(() => gradescopeResults.parse(JSON.parse(content))).not.toThrow();
  });

  it("give the final marks, and extra credit beside what counts", () => {
    const extra = [sampleTest({ id: "a", optional: true, maxPoints: 4 }), splitMessage({ id: "b", optional: true })];
    const result = sampleResult([sampleTest(), splitMessage(), ...extra]);
    const late = { kind: "late" as const, points: -2, why: { en: "late", id: "terlambat" } };
    const grade = { ...sampleGrade(10, 14), adjustments: [late], final: 8 };
    const shown = resultsOf(sampleStudent("s1", { result, grade }));
    expect(shown).toMatchObject({ score: 8, output: "late: -2" });
    expect(shown.tests.map(({ score, max_score, status }) => [score, max_score, status])).toEqual([
      [6, 6, "passed"],
      [0, 8, "failed"],
      [4, 0, "passed"],
      [0, 0, undefined],
    ]);
    expect(shown.tests[1]?.output).toContain("See it yourself:");
  });

  it("mark hidden tests for instructors, and tell students their points alone", () => {
    const hidden = sampleStudent("s1", { result: sampleResult([splitMessage({ visibility: "hidden" })]) });
    expect(resultsOf(hidden, "instructor").tests[0]).toMatchObject({ visibility: "hidden" });
    expect(resultsOf(hidden).tests[0]).toMatchObject({ visibility: "visible", name: "Test 1 (hidden)", output: "" });
  });

  it("do not exist for a hand-in that could not be graded: a score would be a zero", () => {
    expect([...gradescope.files(sampleClass([ungraded("s2")]), student)]).toEqual([]);
  });
});

describe("a GitHub Classroom runner's result", () => {
  it("is one line for the step's output, with points that agree with the status", () => {
    const result = sampleResult([
      sampleTest(),
      splitMessage(),
      splitMessage({ id: "ipv6", optional: true }),
      sampleTest({ id: "x", status: "error", message: "bwrap" }),
    ]);
    const [file] = githubClassroom.files(sampleClass([sampleStudent("s1", { result })]), student);
    const runner = runnerResult(file?.content);
    expect(runner).toMatchObject({ version: 1, status: "error", max_score: 14 });
    expect(runner.tests.map(({ status, score }) => [status, score])).toEqual([
      ["pass", 6],
      ["fail", 0],
      ["error", 0],
    ]);
  });

  it("keeps to its form whatever students write", () => {
    for (const { content } of githubClassroom.files(hostileClass(), student)) {
      for (const { message, name } of runnerResult(content).tests) expect(message + name).not.toMatch(/[\n\r\0]/);
    }
  });
});

describe("annotations of GitHub Actions", () => {
  it("stand at the lines that a traceback named, the heaviest test first", () => {
    const heavy = splitMessage();
    const lines = [{ file: "server, v2:final.py", line: 12 }];
    if (heavy.diagnosis) heavy.diagnosis = { ...heavy.diagnosis, lines };
    const result = sampleResult([splitMessage({ id: "light", maxPoints: 1 }), heavy]);
    const [file] = githubAnnotations.files(sampleClass([sampleStudent("s1", { result })]), student);
    const [first, second, end] = (file?.content ?? "").split("\n");
    expect(first).toMatch(/^::error file=server%2C v2%3Afinal\.py,line=12,title=A message that arrives in pieces/);
    expect(second).toMatch(/^::error title=/);
    expect(end).toBe("");
  });

  it("are the only commands on standard output, whatever students write", () => {
    for (const { content } of githubAnnotations.files(hostileClass(), student)) {
      for (const line of content.trimEnd().split("\n"))
        expect(line).toMatch(/^::(error|warning) [^:\n]*title=[^:\n]*::[^\n\r]*$/);
    }
  });
});

const runnerSchema = z.strictObject({
  version: z.literal(1),
  status: z.enum(["pass", "fail", "error"]),
  max_score: z.number(),
  tests: z.array(
    z.strictObject({
      name: z.string().min(1),
      status: z.enum(["pass", "fail", "error"]),
      score: z.number(),
      message: z.string(),
      test_code: z.string(),
      filename: z.string(),
      line_no: z.literal(0),
      execution_time: z.string(),
    }),
  ),
});

function runnerResult(content = "") {
  const encoded = /^result=([A-Za-z0-9+/=]+)\n$/.exec(content)?.[1] ?? "";
  return runnerSchema.parse(JSON.parse(Buffer.from(encoded, "base64").toString()));
}

function resultsOf(of: ReturnType<typeof sampleStudent>, audience: "student" | "instructor" = "student") {
  const [file] = gradescope.files(sampleClass([of]), { audience, language: "en" });
  expect(file?.path).toBe("gradescope/s1/results.json");
  return gradescopeResults.parse(JSON.parse(file?.content ?? ""));
}
