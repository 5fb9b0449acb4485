import type { Language, Text } from "../../runner/model/text.ts";
import { classTexts } from "../../runner/texts/class.ts";
import { printableLine } from "../../runner/texts/printable.ts";
import { studentLabel } from "../support/words/student-label.ts";

/** A changed mark, with the changed parts. */
export interface ChangedMark {
  id: string;
  name: string | null;
  before: number | null;
  after: number | null;
  reasons: readonly { part: string; before: Text | null; after: Text | null }[];
}

/**
 * The changed marks, greatest change first, with the reasons before and after.
 *
 * @param table path of the file with all changes
 * @param since the folder with the earlier marks; null if they are this folder's own
 */
export function markChangesText(
  changes: readonly ChangedMark[],
  { table, since, language }: { table: string; since: string | null; language: Language },
): string {
  if (changes.length === 0) return `${classTexts.unchanged(since)[language]}\n`;
  const by = ({ before, after }: ChangedMark) => (after ?? 0) - (before ?? 0);
  const gain = changes.filter((change) => by(change) >= 0 && change.after !== null).length;
  const sorted = [...changes].sort((a, b) => Math.abs(by(b)) - Math.abs(by(a)));
  const lines = sorted.slice(0, mostStudents).flatMap((change) => studentLines(change, language));
  return `${[
    classTexts.changes(gain, changes.length - gain, since)[language],
    ...lines,
    classTexts.changesTable(Math.max(0, changes.length - mostStudents), table)[language],
  ].join("\n")}\n`;
}

/** The others are in the table. */
const mostStudents = 20;
const mostReasons = 5;

function studentLines(change: ChangedMark, language: Language): string[] {
  const { before, after, reasons } = change;
  const side = (text: Text | null) => text?.[language] ?? "–";
  const lines = reasons
    .slice(0, mostReasons)
    .map(({ part, ...each }) => `    ${part}: ${side(each.before)} → ${side(each.after)}`);
  const more = reasons.length > mostReasons ? [`    … ${reasons.length - mostReasons}`] : [];
  return [`  ${studentLabel(change)}: ${before ?? "–"} → ${after ?? "–"}`, ...lines, ...more].map(printableLine);
}
