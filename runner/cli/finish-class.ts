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
 * What every command over a class ends with: the reports that were asked for, what the class as a whole shows, whose marks
 * have changed, and the exit status.
 *
 * @param since another folder, with whose marks these are compared; where there is none, those last written here
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
  // Who earned nothing loses nothing either, at whatever time.
  const unknown = graded.students.filter(
    ({ submission, grade }) =>
      submission?.submittedAt === null && grade?.adjustments.some(({ kind }) => kind === "late"),
  );
  const timeless = withoutTime(graded);
  if (timeless.unknown > 0) process.stderr.write(`\n${fitted(classTexts.noTimes(timeless)[lang])}\n`);
  if (unknown.length > 0) process.stderr.write(`\n${fitted(classTexts.lateUnknown(unknown.length)[lang])}\n`);
  // Advice for a person, and for no log.
  if (process.stdout.isTTY) process.stdout.write(`\n${classTexts.look(shortPath(store.folder))[lang]}\n`);
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
