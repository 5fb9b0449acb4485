import type { ClassStudent } from "../../runner/model/class-result.ts";
import type { Result } from "../../runner/model/result.ts";
import type { ReportFormat, ReportOptions } from "../support/report-format.ts";
import { gradeSteps } from "../support/words/grade-steps.ts";
import { isWaiting } from "../support/words/questions.ts";
import { type Cell, csvTable } from "./csv/csv-table.ts";

/** One row a student: the marks, how they were computed, and the points of each test. A missing mark is blank, never zero. */
export const gradebook: ReportFormat = {
  title: { en: "one row a student, for a spreadsheet", id: "satu baris tiap mahasiswa, untuk spreadsheet" },
  audiences: ["instructor"],
  *files(graded, options) {
    const rows: { marks: Cell[]; points: ReadonlyMap<string, Cell> }[] = [];
    const tests = new Set<string>();
    for (const student of graded.students) {
      const points = pointsByTest(student.result);
      for (const id of points.keys()) tests.add(id);
      rows.push({ marks: marksOf(student, options), points });
    }
    const table = rows.map(({ marks, points }) => [...marks, ...[...tests].map((id) => points.get(id) ?? null)]);
    yield { path: "gradebook.csv", content: csvTable([[...columns, ...tests], ...table], { forExcel: true }) };
  },
};

const columns = [
  ...[
    "id",
    "name",
    "email",
    "section",
    "status",
    "points",
    "penalty",
    "final",
    "max_points",
    "pending_points",
    "percent",
    "passed",
  ],
  ...["handed_in", "late", "attempt", "hand_in", "adjustments", "note"],
];

function marksOf(student: ClassStudent, { language }: ReportOptions): Cell[] {
  const { submission, grade, error } = student;
  return [
    ...[student.id, student.name, student.email, student.section, status(student)],
    ...[grade?.score ?? null, grade?.penalty ?? null, grade?.final ?? null],
    ...[grade?.maxScore ?? null, grade?.pending ?? null, grade?.percent ?? null, yesOrNo(grade?.passed ?? null)],
    ...[submission?.submittedAt ?? null, yesOrNo(submission?.late ?? null), submission?.attempt ?? null],
    ...[submission?.path ?? null, grade && gradeSteps(grade, language).join("; "), error?.text[language] ?? null],
  ];
}

function status(student: ClassStudent): string {
  const { submission, grade } = student;
  if (isWaiting(student) || grade?.pending !== undefined) return "pending";
  if (!submission && !student.error) return "missing";
  return grade ? "graded" : "error";
}

function yesOrNo(value: boolean | null): Cell {
  return value === null ? null : value ? "yes" : "no";
}

function pointsByTest(result: Result | null): ReadonlyMap<string, Cell> {
  return new Map([
    ...(result?.tests ?? []).map(
      ({ id, status: ended, points, unplayable }) => [id, ended === "error" || unplayable ? null : points] as const,
    ),
    ...(result?.questions ?? []).map(({ id, points }) => [id, points] as const),
  ]);
}
