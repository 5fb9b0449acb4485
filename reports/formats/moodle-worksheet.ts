import type { ClassResult } from "../../runner/model/class-result.ts";
import type { Language } from "../../runner/model/text.ts";
import { worksheetTexts } from "../../runner/texts/reports.ts";
import { studentsFor } from "../support/audience.ts";
import type { ReportFormat } from "../support/report-format.ts";
import { feedback } from "../support/words/feedback.ts";
import { gradebookPoints } from "../support/words/questions.ts";
import { type Cell, csvTable } from "./csv/csv-table.ts";
import { escapeHtml } from "./moodle/escape-html.ts";
import { rowsByStudent } from "./moodle/match-rows.ts";
import { readWorksheet, type Worksheet } from "./moodle/read-worksheet.ts";

/**
 * Moodle's offline grading worksheet with grades and feedback filled in, and everything else unchanged. Students
 * without a row are listed in a second file.
 */
export const moodleWorksheet: ReportFormat = {
  title: { en: "Moodle's offline grading worksheet, filled", id: "lembar penilaian luring Moodle yang terisi" },
  audiences: ["instructor"],
  problems(students, { sheet }) {
    if (sheet === undefined) return [worksheetTexts.needed];
    const read = readWorksheet(sheet);
    if ("problems" in read) return read.problems;
    return rowsByStudent(read, students).size === 0 ? [worksheetTexts.nobody] : [];
  },
  *files(graded, { sheet, language }) {
    const read = sheet === undefined ? undefined : readWorksheet(sheet);
    if (!read || "problems" in read) return;
    const { rows, leftOver } = filled(read, graded, language);
    yield { path: "moodle-worksheet.csv", content: csvTable([read.header, ...rows]) };
    if (leftOver.length > 0) {
      const table = [["id", "name", "email", "grade"], ...leftOver];
      yield { path: "moodle-worksheet-left-over.csv", content: csvTable(table, { forExcel: true }) };
    }
  },
};

function filled(sheet: Worksheet, graded: ClassResult, language: Language) {
  const rows: Cell[][] = sheet.rows.map((row) => [...row]);
  const leftOver: Cell[][] = [];
  const places = rowsByStudent(sheet, graded.students);
  for (const student of studentsFor(graded, "student")) {
    const { id, name, email, grade } = student;
    const row = rows[places.get(id) ?? -1];
    if (!row || !isOpen(row, sheet)) leftOver.push([id, name, email, gradebookPoints(grade)]);
    else if (grade) {
      if (gradebookPoints(grade) !== null) row[sheet.columns.grade] = gradeCell(grade, row, sheet);
      if (sheet.columns.feedback !== null) row[sheet.columns.feedback] = escapeHtml(feedback(student, language));
    }
  }
  return { rows, leftOver };
}

/** Whether Moodle allows the grade of this row to change. */
function isOpen(row: readonly Cell[], { columns }: Worksheet): boolean {
  return columns.changeable === null || !no.test(String(row[columns.changeable]).trim());
}

/** "No" in the languages in which Moodle is used most; in other languages Moodle ignores what is written into such a row. */
const no =
  /^(no|non|nein|não|nao|nee|nej|nei|ei|nie|ne|nu|nem|tidak|không|hayır|нет|ні|не|όχι|いいえ|否|不|不可|아니오|아니요|لا|לא|ไม่)$/iu;

/** The points scaled to Moodle's maximum, with its decimal sign. */
function gradeCell(grade: { final: number; maxScore: number }, row: readonly Cell[], { columns }: Worksheet): string {
  const most = columns.maximum === null ? "" : String(row[columns.maximum] ?? "");
  const maximum = Number(most.replace(",", "."));
  const scale = maximum > 0 && grade.maxScore > 0 ? maximum / grade.maxScore : 1;
  const points = String(Math.round(grade.final * scale * 100) / 100);
  return most.includes(",") ? points.replace(".", ",") : points;
}
