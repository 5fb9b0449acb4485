import type { ClassStudent } from "../../runner/model/class-result.ts";
import type { Language } from "../../runner/model/text.ts";
import { feedbackTexts } from "../../runner/texts/reports.ts";
import { studentsFor } from "../support/audience.ts";
import type { ReportFile, ReportFormat } from "../support/report-format.ts";
import { feedback as inOneCell } from "../support/words/feedback.ts";
import { gradebookPoints } from "../support/words/questions.ts";
import { type Cell, csvTable } from "./csv/csv-table.ts";
import { everythingPrinted } from "./markdown/everything-printed.ts";
import { studentPage } from "./markdown/student-page.ts";

/**
 * Feedback for a mail merge: a row for each student with address, marks and the files to attach, and those files: a
 * page for the browser and the same in Markdown. They contain everything that the student may see.
 */
export const feedback: ReportFormat<AsyncIterable<ReportFile>> = {
  title: {
    en: "a mail merge: a row, a page and a Markdown file for every student",
    id: "surat massal: satu baris, satu halaman, dan satu berkas Markdown tiap mahasiswa",
  },
  audiences: ["instructor"],
  warnings(students) {
    const unreachable = students.filter(({ email }) => !email);
    return unreachable.length === 0 ? [] : [feedbackTexts.noAddress(unreachable.length, students.length)];
  },
  async *files(graded, { language }) {
    const { pageOf } = await import("../html/page-of.ts");
    const title = graded.lab.title[language];
    const rows: Cell[][] = [columns];
    for (const student of studentsFor(graded, "student")) {
      const { result, ...about } = student;
      const whole = { ...about, result };
      const [page, text] = [`${about.fileStem}.html`, `${about.fileStem}.md`];
      const printed = result ? everythingPrinted(result, language) : "";
      yield { path: `feedback/${page}`, content: pageOf(whole, language, undefined) };
      yield { path: `feedback/${text}`, content: studentPage(whole, title, language) + printed };
      rows.push(rowOf(whole, { title, page, text }, language));
    }
    yield { path: "feedback/mail-merge.csv", content: csvTable(rows, { forExcel: true }) };
  },
};

const columns = [
  "email",
  "name",
  "id",
  "section",
  "lab",
  "points",
  "max_points",
  "percent",
  "passed",
  "feedback",
  "page",
  "markdown",
];

function rowOf(
  student: ClassStudent,
  { title, page, text }: { title: string; page: string; text: string },
  language: Language,
): Cell[] {
  const { email, name, id, section, grade } = student;
  const isFinal = gradebookPoints(grade) !== null;
  const passed = grade?.passed ?? null;
  return [
    ...[email, name ?? id, id, section, title],
    ...[gradebookPoints(grade), grade?.maxScore ?? null, isFinal && grade ? grade.percent : null],
    ...[passed === null ? null : passed ? "yes" : "no", inOneCell(student, language), page, text],
  ];
}
