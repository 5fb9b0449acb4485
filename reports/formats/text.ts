import type { ClassStudent } from "../../runner/model/class-result.ts";
import { consoleTexts } from "../../runner/texts/console.ts";
import { printableLine } from "../../runner/texts/printable.ts";
import { reportTexts } from "../../runner/texts/reports.ts";
import { studentsFor } from "../support/audience.ts";
import type { ReportFormat, ReportOptions } from "../support/report-format.ts";
import { gradeSteps } from "../support/words/grade-steps.ts";
import { pointsText } from "../support/words/points.ts";
import { gradeText } from "../support/words/questions.ts";
import { studentLabel } from "../support/words/student-label.ts";
import { consoleReport } from "../terminal/console.ts";
import { insightText } from "../terminal/insight-text.ts";

/** The output of `check` for each student in a file, and one file on the class for readers who may see all of it. */
export const text: ReportFormat = {
  title: { en: "every student's report as plain text", id: "laporan tiap mahasiswa sebagai teks biasa" },
  audiences: ["student", "instructor", "public"],
  *files(graded, options) {
    for (const student of studentsFor(graded, options.audience)) {
      yield { path: `text/${student.fileStem}.txt`, content: studentText(student, options) };
    }
    if (options.audience !== "student") yield { path: "class.txt", content: insightText(graded, options) };
  },
};

function studentText(student: ClassStudent, { language }: ReportOptions): string {
  const { result, error, submission, grade } = student;
  const opening = [studentLabel(student), ...(error && !grade ? [error.text[language]] : marks(grade, language))].map(
    printableLine,
  );
  if (result) {
    const typed = { lab: result.lab.id, path: submission?.path ?? result.submission.id };
    return `${opening.join("\n")}\n\n${consoleReport(result, { language, colour: false, typed })}`;
  }
  const why = error ? [] : [reportTexts[submission ? "notGraded" : "nothingHandedIn"][language]];
  return `${[...opening, ...why.map(printableLine)].join("\n")}\n`;
}

/** The marks, if they differ from the points of the tests, and the steps between. */
function marks(grade: ClassStudent["grade"], language: ReportOptions["language"]): string[] {
  if (!grade || grade.adjustments.length === 0) return [];
  const final = gradeText(grade, language);
  const score = `${consoleTexts.total[language]}: ${pointsText(grade.score, language)}`;
  return [score, ...gradeSteps(grade, language).map((step) => `  ${step}`), `${reportTexts.final[language]}: ${final}`];
}
