/// <reference lib="dom" />

import { useMemo } from "preact/hooks";
import { busyNow, gradedOf } from "../../../runner/texts/desk.ts";
import { printable } from "../../../runner/texts/printable.ts";
import { Attention } from "../../html/class/attention.tsx";
import type { ClassRow } from "../../html/class/class-row.ts";
import { Filters, type Wanted } from "../../html/class/filters.tsx";
import { FrequentCauses, HardestTests } from "../../html/class/rankings.tsx";
import { type Sorted, StudentTable } from "../../html/class/student-table.tsx";
import { Summary } from "../../html/class/summary.tsx";
import { Say } from "../../html/say.tsx";
import type { DeskRow, DeskState } from "./contract.ts";
import { addressOf } from "./place.ts";
import { seenInRows } from "./seen-in-rows.ts";

interface Shown {
  state: DeskState;
  /** The rows in the order of the table, and those that match the filters. */
  rows: readonly DeskRow[];
  fitting: ReadonlySet<DeskRow>;
  sorted: Sorted | null;
  sort(column: string): void;
  want(wanted: Wanted): void;
  /** True while a student is shown. */
  isHidden: boolean;
}

/** A class at a glance: progress, who needs attention, frequent causes, and a growing table of all tests. */
export function ClassScreen({ state, rows, fitting, sorted, sort, want, isHidden }: Shown) {
  const { lab, tests, causes } = state;
  const seen = useMemo(() => seenInRows(state.rows, tests), [state.rows, tests]);
  const ids = useMemo(() => tests.map(({ id }) => id), [tests]);
  const listed = rows.map(asClassRow);
  const inSight = new Set([...fitting].map(asClassRow));
  const causeName = (code: string) => causes[code] ?? { en: code, id: code };
  return (
    <div class="class columns" hidden={isHidden}>
      <aside class="sidebar" aria-labelledby="class-name">
        <header>
          <p class="lab">{printable(state.folder)}</p>
          <h1 id="class-name">
            <Say text={lab.title} />
          </h1>
          <Progress state={state} />
          <Summary {...seen} />
        </header>
        <Attention rows={listed} unmatched={state.unmatched} />
        <FrequentCauses {...{ seen, causeName }} rows={listed} />
        <HardestTests seen={seen} />
      </aside>
      <main id="table" tabIndex={-1}>
        <Filters {...{ causeName, want }} rows={listed} count={fitting.size} />
        {/* biome-ignore lint/a11y/noStaticElementInteractions: what is pressed are the links within */}
        <div class="everybody" onKeyDown={step}>
          <StudentTable {...{ sorted, sort }} rows={listed} tests={ids} isHidden={(row) => !inSight.has(row)} />
        </div>
      </main>
    </div>
  );
}

function Progress({ state: { graded, total, rows } }: { state: DeskState }) {
  const busy = rows.filter(({ isBusy }) => isBusy).length;
  return (
    <div class="progress">
      <progress max={Math.max(1, total)} value={graded} aria-labelledby="progress-words" />
      <span id="progress-words" data-graded={graded} data-busy={busy}>
        <Say text={gradedOf(graded, total)} />
        {busy > 0 && (
          <>
            {" · "}
            <Say text={busyNow(busy)} />
          </>
        )}
      </span>
    </div>
  );
}

/** Returns the same object for an unchanged row, so that the table need not draw it again. */
function asClassRow(row: DeskRow): ClassRow {
  const known = classRows.get(row) ?? { ...row, page: addressOf(row.stem) };
  classRows.set(row, known);
  return known;
}

const classRows = new WeakMap<DeskRow, ClassRow>();

/** The arrow keys move from student to student. */
function step(event: KeyboardEvent): void {
  const way = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key] as
    | "nextElementSibling"
    | "previousElementSibling"
    | undefined;
  const link = event.target instanceof HTMLAnchorElement ? event.target : null;
  if (way === undefined || link === null) return;
  let row = link.closest("tr")?.[way];
  while (row instanceof HTMLElement && row.hidden) row = row[way];
  event.preventDefault();
  row?.querySelector("a")?.focus();
}
