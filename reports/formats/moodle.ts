import { moodleTexts } from "../../runner/texts/reports.ts";
import { studentsFor } from "../support/audience.ts";
import type { ReportFormat } from "../support/report-format.ts";
import { feedback } from "../support/words/feedback.ts";
import { gradebookPoints } from "../support/words/questions.ts";
import { type Cell, csvTable } from "./csv/csv-table.ts";
import { escapeHtml } from "./moodle/escape-html.ts";

/**
 * Grades for Moodle's import, which matches by the column that the instructor chooses. Students will read the feedback,
 * so it contains only what they may see.
 */
export const moodle: ReportFormat = {
  title: { en: "grades to import into Moodle", id: "nilai untuk diimpor ke Moodle" },
  audiences: ["instructor"],
  warnings(students) {
    // Without a roster the ids are names of folders, which Moodle does not know.
    const unknown = students.filter(({ id, username, email, name, platformId }) => {
      const isNumber = /\d/.test(id) && id !== platformId && id !== name;
      return !username && !email && !isNumber;
    });
    return unknown.length === 0 ? [] : [moodleTexts.noKey(unknown.length, students.length)];
  },
  *files(graded, { language }) {
    const rows: Cell[][] = [["useridnumber", "username", "useremail", "fullname", "grade", "feedback"]];
    for (const student of studentsFor(graded, "student")) {
      const { id, username, email, name, grade } = student;
      rows.push([id, username, email, name, gradebookPoints(grade), escapeHtml(feedback(student, language))]);
    }
    yield { path: "moodle-import.csv", content: csvTable(rows) };
  },
};
