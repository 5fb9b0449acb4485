import { canvasTexts } from "../../runner/texts/reports.ts";
import type { ReportFormat } from "../support/report-format.ts";
import { gradebookPoints } from "../support/words/questions.ts";
import { type Cell, csvTable } from "./csv/csv-table.ts";

/**
 * A gradebook for Canvas's import, which matches students by its own ID, then by SIS ids, then by name. A title that
 * Canvas does not know creates a new assignment.
 */
export const canvas: ReportFormat = {
  title: { en: "grades to import into Canvas", id: "nilai untuk diimpor ke Canvas" },
  audiences: ["instructor"],
  warnings(students, { assignment }) {
    const named = students.filter(({ platformId, sisId, username }) => !platformId && !sisId && !username);
    return [
      ...(named.length === 0 ? [] : [canvasTexts.noKey(named.length, students.length)]),
      ...(assignment === undefined ? [canvasTexts.newAssignment] : []),
    ];
  },
  *files(graded, { language, assignment = graded.lab.title[language] }) {
    const rows: Cell[][] = [
      ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", assignment],
      ["    Points Possible", null, null, null, null, graded.maxScore],
    ];
    for (const { id, name, platformId, sisId, username, section, grade } of graded.students) {
      rows.push([name ?? id, platformId, sisId, username, section, gradebookPoints(grade)]);
    }
    yield { path: "canvas.csv", content: csvTable(rows) };
  },
};
