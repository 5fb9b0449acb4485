/// <reference lib="dom" />

import type { ComponentChildren } from "preact";
import type { Text } from "../../../runner/model/text.ts";
import { classPageTexts } from "../../../runner/texts/class-page.ts";
import { printable } from "../../../runner/texts/printable.ts";
import { reportTexts } from "../../../runner/texts/reports.ts";
import { useWords } from "../language.ts";
import { Say } from "../say.tsx";
import type { ClassRow } from "./class-row.ts";

/** The search terms, by the field's name. */
export type Wanted = Readonly<Partial<Record<"words" | "section" | "state" | "cause", string>>>;

interface Shown {
  rows: readonly ClassRow[];
  causeName(code: string): Text;
  /** Number of matching rows. @default all, until the page's script has counted */
  count?: number;
  /** Called with the search terms, on a page that filters the table itself. */
  want?: (wanted: Wanted) => void;
}

/** The filters of the table. An option cannot contain markup, so the script sets its text in the page's language. */
export function Filters({ rows, causeName, count = rows.length, want }: Shown) {
  const sections = [...new Set(rows.flatMap(({ section }) => section ?? []))].sort();
  const causes = [...new Set(rows.flatMap((row) => row.causes))].sort();
  return (
    <search class="filters needs-script" onInput={want && ((event) => want(wantedIn(event.currentTarget)))}>
      <Field label={classPageTexts.search} id="filter-words">
        <input type="search" id="filter-words" />
      </Field>
      {sections.length > 1 && (
        <Choice label={classPageTexts.section} id="filter-section">
          {sections.map((section) => (
            <option key={section} value={printable(section)}>
              {printable(section)}
            </option>
          ))}
        </Choice>
      )}
      <Choice label={classPageTexts.state} id="filter-state">
        <Options values={states.filter(([state]) => state !== "waiting" || rows.some((row) => row.state === state))} />
      </Choice>
      {causes.length > 0 && (
        <Choice label={classPageTexts.cause} id="filter-cause">
          <Options values={causes.map((code) => [code, causeName(code)])} />
        </Choice>
      )}
      <p role="status">
        <span id="shown-count">{count}</span> <Say text={classPageTexts.shown} />
      </p>
    </search>
  );
}

function wantedIn(search: Element): Wanted {
  const fields = [...search.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input, select")];
  return Object.fromEntries(fields.map(({ id, value }) => [id.replace("filter-", ""), value]));
}

const states: [ClassRow["state"] | "flaky", Text][] = [
  ["full", classPageTexts.full],
  ["partial", classPageTexts.partial],
  ["error", reportTexts.notGraded],
  ["missing", reportTexts.missing],
  ["waiting", classPageTexts.waiting],
  ["flaky", classPageTexts.flaky],
];

function Choice({ label, id, children }: { label: Text; id: string; children: ComponentChildren }) {
  return (
    <Field label={label} id={id}>
      <select id={id}>
        <Options values={[["", classPageTexts.all]]} />
        {children}
      </select>
    </Field>
  );
}

function Options({ values }: { values: readonly (readonly [string, Text])[] }) {
  const words = useWords();
  return (
    <>
      {values.map(([value, text]) => (
        <option key={value} value={value} data-en={text.en} data-id={text.id}>
          {words(text)}
        </option>
      ))}
    </>
  );
}

function Field({ label, id, children }: { label: Text; id: string; children: ComponentChildren }) {
  return (
    <p>
      <label for={id}>
        <Say text={label} />
      </label>
      {children}
    </p>
  );
}
