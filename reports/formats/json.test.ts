import { describe, expect, it } from "vitest";
import { classResult, classStudent } from "../../runner/model/class-result.ts";
import { result as resultSchema } from "../../runner/model/result.ts";
import { hostileClass, sampleClass, sampleStudent } from "../../tests/support/sample-class.ts";
import { sampleResult, sampleTest, splitMessage } from "../../tests/support/sample-results.ts";
import { resultJsonSchema } from "../json-schema.ts";
import { json, jsonReport } from "./json.ts";

describe("the result file", () => {
  it("can be read back as it was", () => {
    const result = sampleResult([sampleTest(), splitMessage()]);
    expect(resultSchema.parse(JSON.parse(jsonReport(result)))).toEqual(result);
    expect(jsonReport(result)).toMatch(/\}\n$/);
  });

  it("is the same whatever the order in which things were put together", () => {
    const result = sampleResult([splitMessage()], { versions: { a: "1", b: "2" } });
    const tests = result.tests.map(backwards);
    const other = backwards({ ...result, tests, versions: { b: "2", a: "1" } });
    expect(Object.keys(other)).not.toEqual(Object.keys(result));
    expect(jsonReport(other)).toBe(jsonReport(result));
  });

  it("refuses a result that does not keep to its schema", () => {
    const broken = { ...sampleResult([]), seed: -1 };
    expect(() => jsonReport(broken)).toThrow(/seed/);
  });
});

describe("the files of a class", () => {
  const graded = hostileClass();

  it("can be read back as they were: a student's with the result, the class's without", () => {
    const files = [...json.files(graded, { audience: "instructor", language: "en" })];
    const [first, last] = [files[0], files.at(-1)].map((file) => JSON.parse(file?.content ?? ""));
    expect(classStudent.parse(first)).toEqual(graded.students[0]);
    expect(files.at(-1)?.path).toBe("class.json");
    const withoutResults = graded.students.map((student) => ({ ...student, result: null }));
    expect(classResult.parse(last)).toEqual({ ...graded, students: withoutResults });
  });

  it("has no page on the class for a student", () => {
    const files = json.files(sampleClass([sampleStudent("s1")]), { audience: "student", language: "en" });
    expect([...files].map(({ path }) => path)).toEqual(["json/s1.json"]);
  });
});

describe("the schema of the result file", () => {
  it("describes every field and allows no others", () => {
    const schema = resultJsonSchema();
    expect(schema).toMatchObject({
      $schema: expect.stringContaining("2020-12"),
      type: "object",
      additionalProperties: false,
    });
    expect(schema.required).toEqual(expect.arrayContaining(["schemaVersion", "tests", "score", "seed", "isolation"]));
  });
});

function backwards<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).reverse()) as T;
}
