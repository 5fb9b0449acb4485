import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";
import type { ClassResult } from "../../runner/model/class-result.ts";
import type { Language, Text } from "../../runner/model/text.ts";
import { classTexts } from "../../runner/texts/class.ts";
import { printableLine } from "../../runner/texts/printable.ts";
import { centre, handInCounts, outOf, reportTexts, waitingForMarks } from "../../runner/texts/reports.ts";
import { studentsFor } from "../support/audience.ts";
import { type Insight, insight } from "../support/insight.ts";
import type { ReportOptions } from "../support/report-format.ts";
import { codeName } from "../support/words/cause-words.ts";
import { pointsText } from "../support/words/points.ts";
import { studentLabel } from "../support/words/student-label.ts";
import { testTitle } from "../support/words/test-words.ts";

/** Statistics of a class in plain text of 80 columns: for a terminal, a file or a mail. */
export function insightText(graded: ClassResult, { audience, language }: ReportOptions): string {
  const seen = insight(studentsFor(graded, audience));
  const unmatched = audience === "instructor" ? graded.unmatched : [];
  const sections = [
    opening(graded, seen, language),
    section(reportTexts.reached, seen.graded === 0 ? [] : distribution(seen), language),
    section(reportTexts.hardest, hardest(seen, language), language),
    section(reportTexts.causes, causes(seen, language), language),
    section(
      reportTexts.errors,
      seen.errors.map((student) => errorLine(student, language)),
      language,
    ),
    section(reportTexts.silent, audience === "instructor" ? seen.missing.map(studentLabel) : [], language),
    section(reportTexts.unmatched, unmatched.length === 0 ? [] : unmatchedLines(unmatched, language), language),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

const width = 80;
const mostTests = 8;
const mostCauses = 8;
const barColumns = 40;

function opening(graded: ClassResult, seen: Insight, language: Language): string[] {
  const counts = { graded: seen.graded, errors: seen.errors.length, missing: seen.missing.length };
  const waiting = seen.waiting > 0 ? `, ${waitingForMarks(seen.waiting)[language]}` : "";
  const lines = [`${graded.lab.title[language]}: ${handInCounts(counts)[language]}${waiting}`];
  if (seen.median !== null && seen.mean !== null) {
    lines.push(centre(perCent(seen.median, language), perCent(seen.mean, language))[language]);
  }
  return lines.flatMap((line) => wrapped(line, 0));
}

function section(title: Text, lines: readonly string[], language: Language): string[] {
  return lines.length === 0 ? [] : [title[language], ...lines.flatMap((line) => wrapped(line, 2))];
}

/** A bar for each step of 10 per cent; the longest fills its column. */
function distribution({ distribution: steps }: Insight): string[] {
  const most = Math.max(...steps, 1);
  return steps.map((count, index) => {
    const span = index === 9 ? "90–100" : `${index * 10}–${index * 10 + 9}`;
    const bar = "█".repeat(Math.ceil((count / most) * Math.min(barColumns, most)));
    return [span.padStart(7), bar, count].filter((part) => part !== "").join(" ");
  });
}

function hardest({ hardest: tests }: Insight, language: Language): string[] {
  return inColumns(
    tests
      .slice(0, mostTests)
      .map(({ test, passed, judged }) => [outOf(passed, judged)[language], `${test.id}: ${testTitle(test, language)}`]),
  );
}

function causes({ causes: found, graded }: Insight, language: Language): string[] {
  return inColumns(
    found
      .slice(0, mostCauses)
      .map(({ code, students }) => [outOf(students, graded)[language], `${codeName(code)[language]} (${code})`]),
  );
}

function errorLine(student: Insight["errors"][number], language: Language): string {
  return `${studentLabel(student)}: ${student.error?.text[language] ?? reportTexts.notGraded[language]}`;
}

function unmatchedLines(unmatched: ClassResult["unmatched"], language: Language): string[] {
  const lines = unmatched.map(({ path, why, error }) =>
    [`${path}: ${why[language]}`, error?.text[language]].filter(Boolean).join("; "),
  );
  return [...lines, classTexts.ownersRemedy[language]];
}

function inColumns(rows: readonly (readonly [string, string])[]): string[] {
  const columns = Math.max(0, ...rows.map(([first]) => stringWidth(first)));
  return rows.map(([first, words]) => `${" ".repeat(columns - stringWidth(first))}${first}  ${words}`);
}

function wrapped(line: string, indent: number): string[] {
  const space = " ".repeat(indent);
  const lines = wrapAnsi(printableLine(line), width - 2 * indent, { hard: true, trim: false }).split("\n");
  return lines.map((part, index) => space + (index === 0 ? part.trimEnd() : `${space}${part.trim()}`));
}

function perCent(value: number, language: Language): string {
  return pointsText(Math.round(value * 10) / 10, language);
}
