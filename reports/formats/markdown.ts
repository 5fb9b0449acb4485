import { studentsFor } from "../support/audience.ts";
import type { ReportFormat } from "../support/report-format.ts";
import { studentPage } from "./markdown/student-page.ts";

/** One Markdown file a student, in the dialect that GitHub and GitLab share. */
export const markdown: ReportFormat = {
  title: { en: "every student's report as Markdown", id: "laporan tiap mahasiswa sebagai Markdown" },
  audiences: ["student", "instructor", "public"],
  *files(graded, { audience, language }) {
    for (const student of studentsFor(graded, audience)) {
      const content = studentPage(student, graded.lab.title[language], language);
      yield { path: `markdown/${student.fileStem}.md`, content };
    }
  },
};
