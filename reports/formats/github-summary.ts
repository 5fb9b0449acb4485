import type { ClassResult, ClassStudent } from "../../runner/model/class-result.ts";
import type { Language } from "../../runner/model/text.ts";
import { reportTexts } from "../../runner/texts/reports.ts";
import { studentsFor } from "../support/audience.ts";
import type { ReportFormat, ReportOptions } from "../support/report-format.ts";
import { gradeText, isWaiting } from "../support/words/questions.ts";
import { studentLabel } from "../support/words/student-label.ts";
import { insightText } from "../terminal/insight-text.ts";
import { codeBlock, markdownText } from "./markdown/escape.ts";
import { studentPage } from "./markdown/student-page.ts";

/**
 * Markdown to append to `$GITHUB_STEP_SUMMARY`: for students a page each, for others one on the class. GitHub refuses
 * more than 1 MiB a step, so the class's page cuts a long table and says so.
 */
export const githubSummary: ReportFormat = {
  title: { en: "step summary for GitHub Actions", id: "ringkasan langkah untuk GitHub Actions" },
  audiences: ["student", "instructor", "public"],
  *files(graded, options) {
    if (options.audience !== "student") yield { path: "github-summary.md", content: classPage(graded, options) };
    else
      for (const student of studentsFor(graded, "student")) {
        const content = studentPage(student, graded.lab.title[options.language], options.language);
        yield { path: `github-summary/${student.fileStem}.md`, content };
      }
  },
};

function classPage(graded: ClassResult, options: ReportOptions): string {
  const { language, audience } = options;
  const rows: string[] = [];
  let left = 0;
  let characters = 0;
  for (const student of studentsFor(graded, audience)) {
    const row = studentRow(student, language);
    characters += row.length;
    if (characters < mostCharacters) rows.push(row);
    else left += 1;
  }
  const header = `| ${reportTexts.student[language]} | ${reportTexts.points[language]} |\n| --- | ---: |`;
  const rest = left === 0 ? [] : [`+ ${left} ${reportTexts.handIns[language]}`];
  const title = `# ${markdownText(graded.lab.title[language])}`;
  return `${[title, codeBlock(insightText(graded, options)), [header, ...rows].join("\n"), ...rest].join("\n\n")}\n`;
}

/** A character takes up to three bytes. */
const mostCharacters = 250_000;

function studentRow(student: ClassStudent, language: Language): string {
  return `| ${markdownText(studentLabel(student))} | ${marks(student, language)} |`;
}

function marks(student: ClassStudent, language: Language): string {
  const { grade, submission, error } = student;
  if (!submission && !error) return reportTexts.missing[language];
  if (!grade)
    return isWaiting(student) ? `⏳ ${reportTexts.pending[language]}` : `⚠️ ${reportTexts.notGraded[language]}`;
  return gradeText(grade, language);
}
