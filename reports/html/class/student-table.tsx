import { Component } from "preact";
import type { Text } from "../../../runner/model/text.ts";
import { classPageTexts } from "../../../runner/texts/class-page.ts";
import { printable } from "../../../runner/texts/printable.ts";
import { reportTexts } from "../../../runner/texts/reports.ts";
import { pointsText } from "../../support/words/points.ts";
import { type Ending, endingLetters } from "../../support/words/test-words.ts";
import { Say } from "../say.tsx";
import { signs } from "../test/signs.ts";
import type { ClassRow } from "./class-row.ts";

/** The column by which the rows are sorted, on a page that sorts them itself. */
export interface Sorted {
  column: string;
  isAscending: boolean;
}

interface Shown {
  rows: readonly ClassRow[];
  /** The tests, in the order of their columns. @default all tests that were played */
  tests?: readonly string[];
  /** @default the page's script sorts */
  sorted?: Sorted | null;
  sort?: ((column: string) => void) | undefined;
  /** @default no row is hidden */
  isHidden?: (row: ClassRow) => boolean;
}

/** A table of all tests of all students, with sortable columns, filtered rows and links to the students' pages. */
export function StudentTable({ rows, tests = testsOf(rows), sorted = null, sort, isHidden }: Shown) {
  const hasSections = rows.some(({ section }) => section !== null);
  const heading = (name: string, label: Text) => ({ name, label, sorted, sort });
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
              <Heading {...heading("student", reportTexts.student)} />
              {hasSections && <Heading {...heading("section", classPageTexts.section)} />}
              <Heading {...heading("points", reportTexts.points)} />
              {tests.map((test, index) => (
                <Heading key={test} {...heading(`test-${index}`, { en: test, id: test })} isTest />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.id} {...{ row, tests, hasSections }} isHidden={isHidden?.(row) ?? false} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

/** All tests that were played, in the lab's order. */
function testsOf(rows: readonly ClassRow[]): string[] {
  const longestFirst = rows.map(({ endings }) => Object.keys(endings)).sort((a, b) => b.length - a.length);
  return [...new Set(longestFirst.flat())];
}

interface HeadingProps extends Pick<Shown, "sorted" | "sort"> {
  name: string;
  label: Text;
  isTest?: boolean;
}

function Heading({ name, label, sorted, sort, isTest = false }: HeadingProps) {
  const order = sorted?.column === name ? (sorted.isAscending ? "ascending" : "descending") : undefined;
  return (
    <th scope="col" class={isTest ? "of-test" : name} aria-sort={order}>
      <button type="button" data-sort={name} onClick={sort && (() => sort(name))}>
        <Say text={label} />
      </button>
    </th>
  );
}

interface RowProps {
  row: ClassRow;
  tests: readonly string[];
  hasSections: boolean;
  isHidden: boolean;
}

/**
 * Sort keys and filter values are in attributes, so that the script need not read the cells. An unchanged row is not
 * rendered again, because a class may have a thousand.
 */
class Row extends Component<RowProps> {
  override shouldComponentUpdate(next: RowProps): boolean {
    const { row, tests, hasSections, isHidden } = this.props;
    const isSame = row === next.row && tests === next.tests && hasSections === next.hasSections;
    return !isSame || isHidden !== next.isHidden;
  }

  render({ row, tests, hasSections, isHidden }: RowProps) {
    const { id, name, section, page, state, final, causes, flaky, isLate, isBusy = false } = row;
    const shown = tests.map((test) => row.endings[test]);
    return (
      <tr
        hidden={isHidden}
        class={isBusy ? "busy" : undefined}
        data-state={flaky.length > 0 ? `${state} flaky` : state}
        data-section={printable(section ?? "")}
        data-points={final ?? -1}
        data-causes={causes.join(" ")}
        data-tests={shown.map(letterOf).join("")}
      >
        <th scope="row" class="student">
          <a href={page}>{printable(name ?? id)}</a>
          {row.hasNote && <Sign sign="◆" meaning={classPageTexts.hasNote} />}
          {name !== null && name !== id && <small>{printable(id)}</small>}
        </th>
        {hasSections && <td class="section">{printable(section ?? "")}</td>}
        <td class="points">
          {final === null ? "–" : <Say text={{ en: pointsText(final, "en"), id: pointsText(final, "id") }} />}
          {row.isMarked && <Sign sign="✎" meaning={classPageTexts.isMarked} />}
          {isLate && (
            <small>
              <Say text={classPageTexts.late} />
            </small>
          )}
        </td>
        {shown.map((ending, index) => (
          <td key={tests[index]} class={ending && endingLetters[ending]}>
            {ending && signs[ending]}
          </td>
        ))}
      </tr>
    );
  }
}

function Sign({ sign, meaning }: { sign: string; meaning: Text }) {
  return (
    <small class="of-hand">
      <span aria-hidden="true">{sign}</span>
      <span class="unseen">
        <Say text={meaning} />
      </span>
    </small>
  );
}

function letterOf(ending: Ending | undefined): string {
  return ending ? endingLetters[ending] : "z";
}
