import type { ComponentChildren } from "preact";
import type { Text } from "../../../runner/model/text.ts";
import { classPageTexts } from "../../../runner/texts/class-page.ts";
import { printable } from "../../../runner/texts/printable.ts";
import { reportTexts } from "../../../runner/texts/reports.ts";
import { codeName } from "../../support/words/cause-words.ts";
import { Say } from "../say.tsx";
import type { ClassRow } from "./class-row.ts";

/** What narrows the table down. An option can hold no markup: the script puts its words in the page's language. */
export function Filters({ rows }: { rows: readonly ClassRow[] }) {
  const sections = [...new Set(rows.flatMap(({ section }) => section ?? []))].sort();
  const causes = [...new Set(rows.flatMap((row) => row.causes))].sort();
  return (
    <search class="filters needs-script">
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
        <Options values={states} />
      </Choice>
      {causes.length > 0 && (
        <Choice label={classPageTexts.cause} id="filter-cause">
          <Options values={causes.map((code) => [code, codeName(code)])} />
        </Choice>
      )}
      <p role="status">
        <span id="shown-count">{rows.length}</span> <Say text={classPageTexts.shown} />
      </p>
    </search>
  );
}

const states: [ClassRow["state"] | "flaky", Text][] = [
  ["full", classPageTexts.full],
  ["partial", classPageTexts.partial],
  ["error", reportTexts.notGraded],
  ["missing", reportTexts.missing],
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
  return (
    <>
      {values.map(([value, text]) => (
        <option key={value} value={value} data-en={text.en} data-id={text.id}>
          {text.en}
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
