import type { Language, Text } from "../../runner/model/text.ts";
import { classTexts } from "../../runner/texts/class.ts";
import { printableLine } from "../../runner/texts/printable.ts";
import { studentLabel } from "../support/words/student-label.ts";

/** A mark that is not what it was, with what became different in it. */
export interface ChangedMark {
  id: string;
  name: string | null;
  before: number | null;
  after: number | null;
  reasons: readonly { part: string; before: Text | null; after: Text | null }[];
}

/**
 * Who gains and who loses, the greatest change first, each with the reasons before and after.
 *
 * @param table where all of it stands
 * @param since the folder with the earlier marks; null where they are those that this folder had
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

/** More are for the table. */
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
