import type { TestSuite } from "junit-report-builder";
import type { ClassResult } from "../runner/class-result.ts";
import { formatTitles } from "../runner/texts/reports.ts";
import { studentsFor } from "./audience.ts";
import { addCase } from "./junit/add-case.ts";
import { addStudent } from "./junit/add-student.ts";
import { newReport } from "./junit/new-report.ts";
import { xmlLine } from "./junit/xml-text.ts";
import type { ReportFile, ReportFormat, ReportOptions } from "./report-format.ts";
import { studentLabel } from "./words/student-label.ts";
import { testTitle } from "./words/test-words.ts";

/**
 * JUnit XML as GitLab, Jenkins and action-junit-report read it: one file a student, or with `suites: "test"` one file
 * with a suite for each test. Names are unique within a file and between files, for GitLab drops what it knows already.
 */
export const junit: ReportFormat = {
  title: formatTitles.junit,
  audiences: ["student", "instructor", "public"],
  *files(graded, options) {
    if (options.suites === "test") {
      if (options.audience !== "student") yield { path: "junit.xml", content: suitesByTest(graded, options) };
    } else yield* suitesByStudent(graded, options);
  },
};

function* suitesByStudent(graded: ClassResult, options: ReportOptions): Generator<ReportFile> {
  for (const student of studentsFor(graded, options.audience)) {
    if (!student.submission) continue;
    const report = newReport().name(xmlLine(graded.lab.title[options.language]));
    const { lab, startedAt } = graded;
    addStudent(report.testSuite(), student, { lab: lab.id, startedAt, language: options.language });
    yield { path: `junit/${student.fileStem}.xml`, content: report.build() };
  }
}

/** Messages alone: a thousand students' outputs would make a file that GitLab refuses. */
function suitesByTest(graded: ClassResult, { audience, language }: ReportOptions): string {
  const report = newReport().name(xmlLine(graded.lab.title[language]));
  const suites = new Map<string, SuiteOfTest>();
  for (const student of studentsFor(graded, audience)) {
    for (const test of student.result?.tests ?? []) {
      const suite = suites.get(test.id) ?? { suite: report.testSuite(), seconds: 0 };
      suites.set(test.id, suite);
      suite.suite.name(xmlLine(`${test.id}: ${testTitle(test, language)}`)).timestamp(graded.startedAt.slice(0, 19));
      suite.seconds += test.durationMs / 1000;
      suite.suite.time(Math.round(suite.seconds * 1000) / 1000);
      const names = { className: `${graded.lab.id}.${test.id}`, name: studentLabel(student) };
      addCase(suite.suite, test, { ...names, language });
    }
  }
  return report.build();
}

interface SuiteOfTest {
  suite: TestSuite;
  seconds: number;
}
