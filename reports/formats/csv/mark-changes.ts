import type { Language } from "../../../runner/model/text.ts";
import type { ChangedMark } from "../../terminal/mark-changes-text.ts";
import { type Cell, csvTable } from "./csv-table.ts";

/** A row for each changed part of a mark, with the reasons before and after. */
export function markChangesTable(changes: readonly ChangedMark[], language: Language): string {
  const rows: Cell[][] = changes.flatMap(({ id, name, before, after, reasons }) => {
    const parts = reasons.length > 0 ? reasons : [{ part: null, before: null, after: null }];
    return parts.map((each) => [
      ...[id, name, before, after],
      ...[each.part, each.before?.[language] ?? null, each.after?.[language] ?? null],
    ]);
  });
  return csvTable([["id", "name", "before", "after", "part", "reason_before", "reason_after"], ...rows], {
    forExcel: true,
  });
}
