import type { ClassStudent } from "../../runner/model/class-result.ts";
import type { QuestionResult, TestResult } from "../../runner/model/result.ts";
import { studentsFor } from "../support/audience.ts";
import type { ReportFormat, ReportOptions } from "../support/report-format.ts";
import { isPending } from "../support/words/questions.ts";
import { testMessage } from "../support/words/test-words.ts";
import { type Cell, csvTable } from "./csv/csv-table.ts";

/** One row for each test of each student, for pivot tables. */
export const csv: ReportFormat = {
  title: {
    en: "one row a test and student, for a spreadsheet",
    id: "satu baris tiap tes dan mahasiswa, untuk spreadsheet",
  },
  audiences: ["instructor", "public"],
  *files(graded, options) {
    const rows: Cell[][] = [columns];
    for (const student of studentsFor(graded, options.audience)) {
      for (const test of student.result?.tests ?? []) rows.push(rowOf(test, student, options));
      for (const question of student.result?.questions ?? []) rows.push(questionRow(question, student, options));
    }
    yield { path: "tests.csv", content: csvTable(rows, { forExcel: true }) };
  },
};

const columns = [
  ...["id", "name", "section", "program", "test", "title", "status", "points", "max_points", "optional", "visibility"],
  ...["failure", "diagnosis", "duration_ms", "message"],
];

function rowOf(test: TestResult, { id, name, section }: ClassStudent, { language }: ReportOptions): Cell[] {
  return [
    ...[id, name, section, test.program, test.id, test.title[language], test.status],
    ...[
      counts(test) ? test.points : null,
      counts(test) ? test.maxPoints : null,
      test.optional ? "yes" : "no",
      test.visibility,
    ],
    ...[test.failure?.code ?? null, test.diagnosis?.code ?? null, test.durationMs, testMessage(test, language)],
  ];
}

/** Tests that could not be judged or played are left out, so that sums of points stay correct. */
function counts({ status, unplayable }: TestResult): boolean {
  return status !== "error" && unplayable === undefined;
}

function questionRow(
  question: QuestionResult,
  { id, name, section }: ClassStudent,
  { language }: ReportOptions,
): Cell[] {
  const status = isPending(question) ? "pending" : "marked";
  return [
    ...[id, name, section, null, question.id, question.title[language], status],
    ...[question.points, question.maxPoints, "no", "visible"],
    ...[null, null, null, question.comment ?? null],
  ];
}
