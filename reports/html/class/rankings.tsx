import type { ComponentChildren } from "preact";
import type { Text } from "../../../runner/text.ts";
import { diagnosisTexts } from "../../../runner/texts/diagnoses.ts";
import { printable } from "../../../runner/texts/printable.ts";
import { outOf, reportTexts } from "../../../runner/texts/reports.ts";
import type { Insight } from "../../insight.ts";
import { Say } from "../say.tsx";
import type { ClassRow } from "./class-row.ts";

/** The tests that fewest passed. */
export function HardestTests({ seen }: { seen: Insight }) {
  return (
    <Ranking title={reportTexts.hardest}>
      {seen.hardest.slice(0, mostRanked).map(({ test, passed, judged }) => (
        <Rank key={test.id} count={outOf(passed, judged)}>
          <Say text={test.title} />
        </Rank>
      ))}
    </Ranking>
  );
}

/** The misconceptions that most students share, with the pages of a few of them. */
export function FrequentCauses({ seen, rows }: { seen: Insight; rows: readonly ClassRow[] }) {
  return (
    <Ranking title={reportTexts.causes}>
      {seen.causes.slice(0, mostRanked).map(({ code, students }) => (
        <Rank key={code} count={outOf(students, seen.graded)}>
          <Say text={diagnosisTexts[code].name} />
          <Examples rows={rows.filter(({ causes }) => causes.includes(code))} />
        </Rank>
      ))}
    </Ranking>
  );
}

const mostRanked = 8;
const mostExamples = 3;

function Examples({ rows }: { rows: readonly ClassRow[] }) {
  return (
    <small>
      {rows.slice(0, mostExamples).map(({ id, page }) => (
        <>
          {" "}
          <a href={page}>{printable(id)}</a>
        </>
      ))}
    </small>
  );
}

function Ranking({ title, children }: { title: Text; children: ComponentChildren[] }) {
  if (children.length === 0) return null;
  return (
    <section class="ranking">
      <h2>
        <Say text={title} />
      </h2>
      <ol>{children}</ol>
    </section>
  );
}

function Rank({ count, children }: { count: Text; children: ComponentChildren }) {
  return (
    <li>
      <span class="count">
        <Say text={count} />
      </span>
      <span>{children}</span>
    </li>
  );
}
