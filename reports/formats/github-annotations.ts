import type { Result, TestResult } from "../../runner/model/result.ts";
import type { Language } from "../../runner/model/text.ts";
import { printable } from "../../runner/texts/printable.ts";
import { studentsFor } from "../support/audience.ts";
import type { ReportFormat } from "../support/report-format.ts";
import { endingOf, testMessage, testTitle } from "../support/words/test-words.ts";
import { escapeData } from "../support/words/workflow-commands.ts";

/**
 * Workflow commands that annotate a run of GitHub Actions, one a line, to print on standard output. All text in them is
 * escaped, so that a student cannot write a command.
 */
export const githubAnnotations: ReportFormat = {
  title: { en: "annotations for GitHub Actions", id: "anotasi untuk GitHub Actions" },
  audiences: ["student", "instructor", "public"],
  *files(graded, { audience, language }) {
    for (const { fileStem, result } of studentsFor(graded, audience)) {
      if (result) yield { path: `github-annotations/${fileStem}.txt`, content: annotations(result, language) };
    }
  },
};

/** GitHub shows ten annotations of each kind per step, so only the tests with the most points are annotated. */
const mostAnnotations = 10;

function annotations(result: Result, language: Language): string {
  const failed = result.tests.filter((test) => ["failed", "error"].includes(endingOf(test)));
  const heaviest = failed.toSorted((a, b) => b.maxPoints - a.maxPoints).slice(0, mostAnnotations);
  return heaviest.map((test) => `${annotation(test, language)}\n`).join("");
}

function annotation(test: TestResult, language: Language): string {
  const place = test.failure?.location ?? test.diagnosis?.lines?.[0];
  const properties = [
    ...(place ? [`file=${escapeProperty(place.file)}`, `line=${place.line}`] : []),
    `title=${escapeProperty(testTitle(test, language))}`,
  ];
  const words = [testMessage(test, language), test.diagnosis?.look[language] ?? ""].filter(Boolean).join("\n");
  const level = test.status === "error" ? "warning" : "error";
  return `::${level} ${properties.join(",")}::${escapeData(printable(words))}`;
}

function escapeProperty(words: string): string {
  return escapeData(printable(words)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
