import type { Text } from "../../../runner/model/text.ts";
import { classPageTexts } from "../../../runner/texts/class-page.ts";
import { printable } from "../../../runner/texts/printable.ts";
import { reportTexts } from "../../../runner/texts/reports.ts";
import { pointsText } from "../../support/words/points.ts";
import type { Ending } from "../../support/words/test-words.ts";
import { Say } from "../say.tsx";
import { signs } from "../test/signs.ts";
import type { ClassRow } from "./class-row.ts";

/** All tests of all students. Its columns sort, its rows are narrowed down by the filters, its names lead to the pages. */
export function StudentTable({ rows }: { rows: readonly ClassRow[] }) {
  const tests = testsOf(rows);
  const hasSections = rows.some(({ section }) => section !== null);
  return (
    <section class="students">
      <h2 id="students">
        <Say text={classPageTexts.everybody} />
      </h2>
      <p class="legend">
        <Say text={classPageTexts.legend} />
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section class="scroll" tabIndex={0} aria-labelledby="students">
        <table>
          <thead>
            <tr>
              <Heading name="student" label={reportTexts.student} />
              {hasSections && <Heading name="section" label={classPageTexts.section} />}
              <Heading name="points" label={reportTexts.points} />
              {tests.map((test, index) => (
                <Heading key={test} name={`test-${index}`} label={{ en: test, id: test }} isTest />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.id} row={row} tests={tests} hasSections={hasSections} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

/** The tests that anybody played, in the lab's order. */
function testsOf(rows: readonly ClassRow[]): string[] {
  const longestFirst = rows.map(({ tests }) => tests.map(({ id }) => id)).sort((a, b) => b.length - a.length);
  return [...new Set(longestFirst.flat())];
}

function Heading({ name, label, isTest = false }: { name: string; label: Text; isTest?: boolean }) {
  return (
    <th scope="col" class={isTest ? "of-test" : name}>
      <button type="button" data-sort={name}>
        <Say text={label} />
      </button>
    </th>
  );
}

interface RowProps {
  row: ClassRow;
  tests: readonly string[];
  hasSections: boolean;
}

/** What sorts and filters stands in attributes, so that the script need not read the cells. */
function Row({ row, tests, hasSections }: RowProps) {
  const { id, name, section, page, state, final, causes, flaky, isLate } = row;
  const endings = new Map(row.tests.map((test) => [test.id, test.ending]));
  const shown = tests.map((test) => endings.get(test));
  return (
    <tr
      data-state={flaky.length > 0 ? `${state} flaky` : state}
      data-section={printable(section ?? "")}
      data-points={final ?? -1}
      data-causes={causes.join(" ")}
      data-tests={shown.map((ending) => (ending ? letters[ending] : "z")).join("")}
    >
      <th scope="row" class="student">
        <a href={page}>{printable(name ?? id)}</a>
        {name !== null && name !== id && <small>{printable(id)}</small>}
      </th>
      {hasSections && <td class="section">{printable(section ?? "")}</td>}
      <td class="points">
        {final === null ? "–" : <Say text={{ en: pointsText(final, "en"), id: pointsText(final, "id") }} />}
        {isLate && (
          <small>
            <Say text={classPageTexts.late} />
          </small>
        )}
      </td>
      {shown.map((ending, index) => (
        <td key={tests[index]} class={ending && letters[ending]}>
          {ending && signs[ending]}
        </td>
      ))}
    </tr>
  );
}

/** One letter for each ending, in the order in which a column sorts: what failed comes first. */
const letters: Record<Ending, string> = { error: "a", failed: "b", notEarned: "c", skipped: "d", passed: "p" };
