import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { markChangesTable } from "../../reports/formats/csv/mark-changes.ts";
import { insightText } from "../../reports/terminal/insight-text.ts";
import { markChangesText } from "../../reports/terminal/mark-changes-text.ts";
import { type MarkChange, type MarkedClass, recordMarks } from "../class/mark-changes.ts";
import { type Store, writeAtomically } from "../class/store.ts";
import type { ClassResult } from "../model/class-result.ts";
import type { Language } from "../model/text.ts";
import { classTexts } from "../texts/class.ts";
import { exitStatus } from "./exit-status.ts";
import { fitted } from "./fitted.ts";
import type { ReportFlags } from "./report-options.ts";
import { forLog } from "./terminal.ts";
import { shortPath } from "./unusable.ts";
import { writeReports } from "./write-reports.ts";

/**
 * Ends every command over a class: writes the reports, prints the class summary and the changed marks, and sets the
 * exit status.
 *
 * @param since another folder to compare the marks with; null compares with those last written here
 */
export async function finishClass(
  graded: ClassResult,
  store: Store,
  flags: ReportFlags & { lang: Language },
  since: { folder: string; marks: MarkedClass } | null = null,
): Promise<void> {
  const { lang } = flags;
  process.stdout.write(forLog(insightText(graded, { audience: "instructor", language: lang })));
  await writeReports(graded, store.folder, flags);
  const changes = await recordMarks(store, graded, since?.marks);
  if (changes) await sayChanges(changes, store, { since: since?.folder ?? null, language: lang });
  // A student without points loses nothing by being late, so only lateness that costs points is reported.
  const unknown = graded.students.filter(
    ({ submission, grade }) =>
      submission?.submittedAt === null && grade?.adjustments.some(({ kind }) => kind === "late"),
  );
  const timeless = withoutTime(graded);
  if (timeless.unknown > 0) process.stderr.write(`\n${fitted(classTexts.noTimes(timeless)[lang])}\n`);
  if (unknown.length > 0) process.stderr.write(`\n${fitted(classTexts.lateUnknown(unknown.length)[lang])}\n`);
  // Advice for a person, and for no log.
  if (process.stdout.isTTY) process.stdout.write(`\n${classTexts.look(shortPath(store.folder))[lang]}\n`);
  // An error does not matter when a mark was given by hand.
  const isComplete =
    graded.students.every(({ error, grade }) => error === null || grade !== null) && graded.unmatched.length === 0;
  process.exitCode = isComplete ? exitStatus.fine : exitStatus.failure;
}

/** Counts hand-ins that may be late: the policy has a deadline, but their time is unknown. */
function withoutTime({ students, policy }: ClassResult): { unknown: number; all: number } {
  const handedIn = students.flatMap(({ submission }) => submission ?? []);
  const unknown = handedIn.filter(({ submittedAt, late }) => submittedAt === null && late === null).length;
  return { unknown: policy.deadline === null ? 0 : unknown, all: handedIn.length };
}

async function sayChanges(
  changes: readonly MarkChange[],
  { folder }: Store,
  { since, language }: { since: string | null; language: Language },
): Promise<void> {
  const table = join(folder, "reports", "instructor", "changes.csv");
  if (changes.length > 0) {
    await mkdir(dirname(table), { recursive: true });
    await writeAtomically(table, markChangesTable(changes, language));
  }
  process.stdout.write(forLog(`\n${markChangesText(changes, { table, since, language })}`));
}
