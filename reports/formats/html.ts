import { classRow } from "../html/class/class-row.ts";
import { studentsFor } from "../support/audience.ts";
import { insight } from "../support/insight.ts";
import type { ReportFile, ReportFormat } from "../support/report-format.ts";

/** A page for each student and, except for students, one of the whole class that links to them. */
export const html: ReportFormat<AsyncIterable<ReportFile>> = {
  title: { en: "pages for the browser: the class and every student", id: "halaman web: kelas dan tiap mahasiswa" },
  audiences: ["student", "instructor", "public"],
  async *files(graded, { audience, language }) {
    // The code for pages is loaded only when they are requested.
    const { pageOf } = await import("../html/page-of.ts");
    const rows = [];
    const back = audience === "student" ? undefined : "../index.html";
    for (const student of studentsFor(graded, audience)) {
      const { result, ...about } = student;
      const path = `students/${student.fileStem}.html`;
      yield { path: `html/${path}`, content: pageOf({ ...about, result }, language, back) };
      rows.push(classRow({ ...about, result }, path));
    }
    if (audience === "student") return;
    const seen = insight(studentsFor(graded, audience));
    const unmatched = audience === "instructor" ? graded.unmatched : [];
    // The library that draws the charts is large, and only the page of a class has charts.
    const { classPage } = await import("../html/class-page.tsx");
    const content = await classPage({ title: graded.lab.title, rows, seen, unmatched }, language);
    yield { path: "html/index.html", content };
  },
};
