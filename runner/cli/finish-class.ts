import { studentLabel } from "../../reports/support/words/student-label.ts";
import { insightText } from "../../reports/terminal/insight-text.ts";
import { type MarkChange, recordMarks } from "../class/mark-changes.ts";
import type { Store } from "../class/store.ts";
import type { ClassResult } from "../model/class-result.ts";
import type { Language } from "../model/text.ts";
import { classTexts } from "../texts/class.ts";
import { printableLine } from "../texts/printable.ts";
import { exitStatus } from "./exit-status.ts";
import type { ReportFlags } from "./report-options.ts";
import { forLog } from "./terminal.ts";
import { writeReports } from "./write-reports.ts";

/**
 * What every command over a class ends with: the reports that were asked for, what the class as a whole shows, whose marks
 * have changed, and the exit status.
 */
export async function finishClass(
  graded: ClassResult,
  store: Store,
  flags: ReportFlags & { lang: Language },
): Promise<void> {
  const { lang } = flags;
  process.stdout.write(forLog(insightText(graded, { audience: "instructor", language: lang })));
  await writeReports(graded, store.folder, flags);
  const changes = await recordMarks(store, graded);
  if (changes) process.stdout.write(forLog(`\n${changesText(changes, lang)}`));
  // Who earned nothing loses nothing either, at whatever time.
  const unknown = graded.students.filter(
    ({ submission, grade }) =>
      submission?.submittedAt === null && grade?.adjustments.some(({ kind }) => kind === "late"),
  );
  const timeless = withoutTime(graded);
  if (timeless.unknown > 0) process.stderr.write(`\n${classTexts.noTimes(timeless)[lang]}\n`);
  if (unknown.length > 0) process.stderr.write(`\n${classTexts.lateUnknown(unknown.length)[lang]}\n`);
  // Where a mark was given by hand the error costs nothing any more.
  const isComplete =
    graded.students.every(({ error, grade }) => error === null || grade !== null) && graded.unmatched.length === 0;
  process.exitCode = isComplete ? exitStatus.fine : exitStatus.failure;
}

/** Hand-ins of which nothing says whether they are late, though the policy has a deadline. */
function withoutTime({ students, policy }: ClassResult): { unknown: number; all: number } {
  const handedIn = students.flatMap(({ submission }) => submission ?? []);
  const unknown = handedIn.filter(({ submittedAt, late }) => submittedAt === null && late === null).length;
  return { unknown: policy.deadline === null ? 0 : unknown, all: handedIn.length };
}

/** Who gains and who loses, one a line, the greatest change first. */
function changesText(changes: readonly MarkChange[], language: Language): string {
  if (changes.length === 0) return `${classTexts.unchanged[language]}\n`;
  const by = ({ before, after }: MarkChange) => (after ?? 0) - (before ?? 0);
  const gain = changes.filter((change) => by(change) >= 0 && change.after !== null).length;
  const lines = [...changes]
    .sort((a, b) => Math.abs(by(b)) - Math.abs(by(a)))
    .map((change) => `  ${printableLine(studentLabel(change))}: ${change.before ?? "–"} → ${change.after ?? "–"}`);
  return `${[classTexts.changes(gain, changes.length - gain)[language], ...lines].join("\n")}\n`;
}
