import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import {
  absent,
  hostileClass,
  hostileWords,
  sampleClass,
  sampleGrade,
  sampleStudent,
  ungraded,
} from "../../tests/support/sample-class.ts";
import { sampleResult, sampleTest } from "../../tests/support/sample-results.ts";
import type { ReportFile, ReportFormat, ReportOptions } from "../support/report-format.ts";
import { canvas } from "./canvas.ts";
import { csv } from "./csv.ts";
import { gradebook } from "./gradebook.ts";
import { moodle } from "./moodle.ts";
import { moodleWorksheet } from "./moodle-worksheet.ts";

const instructor: ReportOptions = { audience: "instructor", language: "en" };
const late = { kind: "late" as const, points: -1.5, why: { en: "one day late", id: "terlambat satu hari" } };
const lateGrade = { ...sampleGrade(6, 14), penalty: 1.5, adjustments: [late], final: 4.5, percent: 32.1 };
const someClass = sampleClass([sampleStudent("s1", { grade: lateGrade }), ungraded("s2"), absent("s3")]);

describe("the gradebook", () => {
  it("has a row for every student, with a blank for who was not graded", () => {
    const [s1, s2, s3] = records(gradebook);
    expect(s1).toMatchObject({
      ...{ id: "s1", name: "Student of s1", status: "graded", points: "6", penalty: "1.5", final: "4.5" },
      ...{ max_points: "14", handed_in: "2025-11-20T16:00:00.000Z", late: "no", adjustments: "one day late: -1.5" },
      ...{ starts: "6", "split-message": "0" },
    });
    expect(s2).toMatchObject({
      id: "s2",
      status: "error",
      points: "",
      final: "",
      starts: "",
      note: "bwrap was killed",
    });
    expect(s3).toMatchObject({ id: "s3", status: "missing", final: "", percent: "" });
  });

  it("leaves the points of a test blank that the grader could not judge", () => {
    const result = sampleResult([sampleTest(), sampleTest({ id: "large", status: "error" })]);
    const [row] = records(gradebook, sampleClass([sampleStudent("s1", { result, grade: null })]));
    expect(row).toMatchObject({ starts: "6", large: "", final: "" });
  });

  it("can be read by a spreadsheet: UTF-8 with its mark", () => {
    expect(onlyFile(gradebook).content.startsWith("\ufeffid,name,")).toBe(true);
  });
});

describe("the table of tests", () => {
  it("has a row for each test of each student", () => {
    const rows = records(csv);
    expect(rows.map(({ id, test }) => `${id} ${test}`)).toEqual(["s1 starts", "s1 split-message"]);
    expect(rows[1]).toMatchObject({ status: "failed", points: "0", max_points: "8", diagnosis: "reads-once" });
  });
});

describe("Moodle's grade import", () => {
  it("has blanks where there is no grade, for a word there would stop the import", () => {
    const rows = records(moodle);
    expect(rows.map(({ grade }) => grade)).toEqual(["4.5", "", ""]);
    expect(rows[0]).toMatchObject({ useridnumber: "s1", useremail: "s1@example.org", username: "user-s1" });
  });

  it("tells the student in one line what the marks are made of and what failed", () => {
    expect(records(moodle).map(({ feedback }) => feedback)).toEqual([
      "4.5 of 14 (6, one day late: -1.5); A message that arrives in pieces comes back whole: Reads only once",
      expect.stringContaining("this is not your fault"),
      "Nothing was handed in.",
    ]);
  });
});

describe("Canvas's import", () => {
  it("begins with the columns and the points row that Canvas asks for", () => {
    const graded = sampleClass([sampleStudent("s1", { platformId: "4711" }), absent("s3")]);
    const rows = parse(onlyFile(canvas, graded, { ...instructor, assignment: "Echo (99)" }).content) as string[][];
    expect(rows).toEqual([
      ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Echo (99)"],
      ["    Points Possible", "", "", "", "", "14"],
      ["Student of s1", "4711", "sis-s1", "user-s1", "A", "6"],
      ["Student of s3", "", "sis-s3", "user-s3", "A", ""],
    ]);
  });

  it("warns that a column of another name makes a new assignment", () => {
    const { students } = sampleClass([sampleStudent("s1", { platformId: "4711" })]);
    const warnings = (options: Partial<ReportOptions>) =>
      canvas.warnings?.(students, { ...instructor, ...options }).map(({ en }) => en);
    expect(warnings({})).toEqual([expect.stringContaining("--assignment")]);
    expect(warnings({ assignment: "Echo (99)" })).toEqual([]);
  });
});

describe("a table full of what students can write", () => {
  const sheet = `Identifier,Full name,Grade,Feedback comments\r\nParticipant 1,x,,\r\n`;

  it.each([
    ["gradebook", gradebook],
    ["csv", csv],
    ["moodle", moodle],
    ["moodle-worksheet", moodleWorksheet],
    ["canvas", canvas],
  ])("%s has no formula, and every row has every cell", (_, format) => {
    for (const { content } of format.files(hostileClass(), { ...instructor, sheet })) {
      const rows = parse(content, { bom: true }) as string[][];
      expect(rows.length).toBeGreaterThan(1);
      for (const cell of rows.flat())
        expect(cell).not.toMatch(/^\s*[=+@\uff1d\uff0b\uff20]|^\s*-(?!$|[\d.]+$)|[\r\n\t\0]/);
    }
  });

  it("keeps its numbers, negative ones too", () => {
    const grade = { ...sampleGrade(0, 14), score: -2, final: -2 };
    expect(records(gradebook, sampleClass([sampleStudent("s1", { grade })]))[0]).toMatchObject({ points: "-2" });
  });

  it("cannot put markup into Moodle's feedback", () => {
    const title = { en: "<script>alert(1)</script>", id: "&lt;" };
    const result = sampleResult([sampleTest({ title, status: "failed" })]);
    const [row] = records(moodle, sampleClass([sampleStudent("s1", { result })]));
    expect(row?.feedback).toContain("&#60;script&#62;alert(1)&#60;/script&#62;");
    expect(hostileWords).toContain("<img src=x onerror=alert(1)>");
  });
});

function onlyFile(format: ReportFormat, graded = someClass, options = instructor): ReportFile {
  const files = [...format.files(graded, options)];
  expect(files).toHaveLength(1);
  return files[0] as ReportFile;
}

function records(format: ReportFormat, graded = someClass): Record<string, string>[] {
  return parse(onlyFile(format, graded).content, { bom: true, columns: true });
}
