import { type ClassResult, type ClassStudent, classResult, classStudent } from "../../runner/model/class-result.ts";
import { type Result, result as resultSchema, type TestResult } from "../../runner/model/result.ts";
import { studentsFor } from "../support/audience.ts";
import type { ReportFormat } from "../support/report-format.ts";

/**
 * A result as a file for other tools. Keys are in the schema's order, records sorted, and a newline is at the end, so
 * that equal results give equal files.
 * @throws ZodError when the result does not match its own schema, which is a fault of wirecheck.
 */
export function jsonReport(result: Result): string {
  return asFile(inOrder(resultSchema.parse(result)));
}

/** One file a student with the whole result, and for instructors the class without the results. */
export const json: ReportFormat = {
  title: { en: "every student's result as JSON", id: "hasil tiap mahasiswa sebagai JSON" },
  audiences: ["student", "instructor", "public"],
  *files(graded, { audience }) {
    for (const student of studentsFor(graded, audience)) {
      yield { path: `json/${student.fileStem}.json`, content: studentFile(student) };
    }
    if (audience === "instructor") yield { path: "class.json", content: classFile(graded) };
  },
};

function studentFile(student: ClassStudent): string {
  const parsed = classStudent.parse(student);
  return asFile({ ...parsed, result: parsed.result && inOrder(parsed.result) });
}

function classFile({ students, ...graded }: ClassResult): string {
  const marks = students.map(({ result: _, ...student }) => ({ ...student, result: null }));
  const parsed = classResult.parse({ ...graded, students: marks });
  return asFile({ ...parsed, versions: byName(parsed.versions) });
}

/** Control characters are escaped, so that the file is safe to print; for a parser it is the same. */
function asFile(value: object): string {
  return `${JSON.stringify(value, null, 2).replace(hostile, escapeUnits)}\n`;
}

const hostile = /[^\P{C}\n]|[\p{Zl}\p{Zp}]/gu;

function escapeUnits(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}

function inOrder(result: Result): object {
  return { ...result, versions: byName(result.versions), tests: result.tests.map(withFactsByName) };
}

function withFactsByName(test: TestResult): object {
  if (!test.failure?.facts) return test;
  return { ...test, failure: { ...test.failure, facts: byName(test.failure.facts) } };
}

function byName(record: object): object {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
