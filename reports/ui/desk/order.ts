import type { Wanted } from "../../html/class/filters.tsx";
import type { Sorted } from "../../html/class/student-table.tsx";
import { endingLetters } from "../../support/words/test-words.ts";
import type { PlannedTest } from "../contract.ts";
import type { DeskRow } from "./contract.ts";

/** The rows sorted by a column; equal rows keep their order. */
export function inOrder(rows: readonly DeskRow[], sorted: Sorted | null, tests: readonly PlannedTest[]): DeskRow[] {
  if (sorted === null) return [...rows];
  const direction = sorted.isAscending ? 1 : -1;
  const keyed = rows.map((row) => ({ row, key: keyOf(row, sorted.column, tests) }));
  return keyed.sort((a, b) => direction * compare(a.key, b.key)).map(({ row }) => row);
}

/** Whether a row matches the filters. */
export function fits(row: DeskRow, wanted: Wanted): boolean {
  const { words = "", section, state, cause } = wanted;
  const sought = words.trim().toLowerCase();
  return (
    (sought === "" || `${row.name ?? ""} ${row.id} ${row.section ?? ""}`.toLowerCase().includes(sought)) &&
    (!section || row.section === section) &&
    (!state || row.state === state || (state === "flaky" && row.flaky.length > 0)) &&
    (!cause || row.causes.includes(cause))
  );
}

function keyOf(row: DeskRow, column: string, tests: readonly PlannedTest[]): string | number {
  if (column === "student") return row.name ?? row.id;
  if (column === "section") return row.section ?? "";
  if (column === "points") return row.final ?? -1;
  const ending = row.endings[tests[Number(column.replace("test-", ""))]?.id ?? ""];
  return ending ? endingLetters[ending] : "z";
}

const { compare: compareWords } = new Intl.Collator(undefined, { numeric: true });

function compare(a: string | number, b: string | number): number {
  return typeof a === "number" && typeof b === "number" ? a - b : compareWords(String(a), String(b));
}
