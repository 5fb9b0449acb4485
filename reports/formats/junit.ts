import type { Builder, TestSuite } from "junit-report-builder";
import type { ClassResult } from "../../runner/model/class-result.ts";
import { studentsFor } from "../support/audience.ts";
import type { ReportFile, ReportFormat, ReportOptions } from "../support/report-format.ts";
import { studentLabel } from "../support/words/student-label.ts";
import { testTitle } from "../support/words/test-words.ts";
import { addCase } from "./junit/add-case.ts";
import { addStudent, addUngraded } from "./junit/add-student.ts";
import { junitBuilder } from "./junit/builder.ts";
import { xmlLine } from "./junit/xml-text.ts";

/**
 * JUnit XML as GitLab, Jenkins and action-junit-report read it: one file a student, or with `suites: "test"` one file
 * with a suite for each test. Names are unique within and across files, because GitLab drops duplicates.
 */
export const junit: ReportFormat<AsyncIterable<ReportFile>> = {
  title: { en: "JUnit XML for GitLab, Jenkins and GitHub", id: "JUnit XML untuk GitLab, Jenkins, dan GitHub" },
  audiences: ["student", "instructor", "public"],
  async *files(graded, options) {
    const newReport = await junitBuilder();
    if (options.suites === "test") {
      if (options.audience !== "student")
        yield { path: "junit.xml", content: suitesByTest(newReport(), graded, options) };
    } else yield* suitesByStudent(newReport, graded, options);
  },
};

function* suitesByStudent(
  newReport: () => Builder,
  graded: ClassResult,
  options: ReportOptions,
): Generator<ReportFile> {
  for (const student of studentsFor(graded, options.audience)) {
    if (!student.submission) continue;
    const report = newReport().name(xmlLine(graded.lab.title[options.language]));
    const { lab, startedAt } = graded;
    addStudent(report.testSuite(), student, { lab: lab.id, startedAt, language: options.language });
    yield { path: `junit/${student.fileStem}.xml`, content: report.build() };
  }
}

/** Without output: that of a thousand students would make a file that GitLab refuses. */
function suitesByTest(report: Builder, graded: ClassResult, { audience, language }: ReportOptions): string {
  report.name(xmlLine(graded.lab.title[language]));
  const suites = new Map<string, SuiteOfTest>();
  const suiteOf = (name: string, durationMs: number) => {
    const found = suites.get(name) ?? { suite: report.testSuite(), seconds: 0 };
    suites.set(name, found);
    found.suite.name(xmlLine(name)).timestamp(graded.startedAt.slice(0, 19));
    found.seconds += durationMs / 1000;
    return found.suite.time(Math.round(found.seconds * 1000) / 1000);
  };
  for (const student of studentsFor(graded, audience)) {
    const { submission, result, error } = student;
    const name = studentLabel(student);
    // A hand-in without a result has no tests, but must not be left out.
    if (submission && !result)
      addUngraded(suiteOf("hand-in", 0), error, { className: `${graded.lab.id}.hand-in`, name, language });
    for (const test of result?.tests ?? []) {
      const suite = suiteOf(`${test.id}: ${testTitle(test, language)}`, test.durationMs);
      addCase(suite, test, { className: `${graded.lab.id}.${test.id}`, name, language });
    }
  }
  return report.build();
}

interface SuiteOfTest {
  suite: TestSuite;
  seconds: number;
}
