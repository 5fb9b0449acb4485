import type { ComponentChildren } from "preact";
import type { UnmatchedHandIn } from "../../../runner/model/class-result.ts";
import { classTexts } from "../../../runner/texts/class.ts";
import { classPageTexts, flakyTests } from "../../../runner/texts/class-page.ts";
import { printable } from "../../../runner/texts/printable.ts";
import { reportTexts } from "../../../runner/texts/reports.ts";
import { studentLabel } from "../../support/words/student-label.ts";
import { Say } from "../say.tsx";
import type { ClassRow } from "./class-row.ts";

/** What a person must check: hand-ins that could not be graded, are flaky, or have no known owner. */
export function Attention({ rows, unmatched }: { rows: readonly ClassRow[]; unmatched: readonly UnmatchedHandIn[] }) {
  const errors = rows.filter(({ state }) => state === "error");
  const flaky = rows.filter((row) => row.flaky.length > 0);
  if (errors.length + flaky.length + unmatched.length === 0) return null;
  return (
    <section class="attention">
      <h2>
        <Say text={classPageTexts.attention} />
      </h2>
      <ul>
        {errors.map((row) => (
          <Item key={row.id} row={row}>
            <Say text={row.reason ?? reportTexts.notGraded} />
          </Item>
        ))}
        {flaky.map((row) => (
          <Item key={row.id} row={row}>
            <Say text={flakyTests(row.flaky)} />
          </Item>
        ))}
        {unmatched.map(({ path, why }) => (
          <li key={path}>
            <code>{printable(path)}</code>: <Say text={why} />
          </li>
        ))}
      </ul>
      {unmatched.length > 0 && (
        <p>
          <Say text={classTexts.ownersRemedy} />
        </p>
      )}
    </section>
  );
}

function Item({ row, children }: { row: ClassRow; children: ComponentChildren }) {
  return (
    <li>
      <a href={row.page}>{printable(studentLabel(row))}</a>: {children}
    </li>
  );
}
