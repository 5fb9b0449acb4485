import type { ComponentChildren } from "preact";
import type { Text } from "../../../runner/model/text.ts";
import { printable } from "../../../runner/texts/printable.ts";
import { outOf, reportTexts } from "../../../runner/texts/reports.ts";
import type { Insight } from "../../support/insight.ts";
import { ShareBar } from "../chart/share-bar.tsx";
import { Say } from "../say.tsx";
import type { ClassRow } from "./class-row.ts";

/** The tests that the fewest students passed, each with a bar. */
export function HardestTests({ seen }: { seen: Pick<Insight, "hardest"> }) {
  return (
    <Ranking title={reportTexts.hardest}>
      {seen.hardest.slice(0, mostRanked).map(({ test, passed, judged }) => (
        <Rank key={test.id} part={passed} all={judged}>
          <Say text={test.title} />
        </Rank>
      ))}
    </Ranking>
  );
}

interface FrequentCausesProps {
  seen: Pick<Insight, "causes" | "graded">;
  rows: readonly ClassRow[];
  causeName(code: string): Text;
}

/** The misconceptions that most students share, with the pages of a few of them. */
export function FrequentCauses({ seen, rows, causeName }: FrequentCausesProps) {
  return (
    <Ranking title={reportTexts.causes}>
      {seen.causes.slice(0, mostRanked).map(({ code, students }) => (
        <Rank key={code} part={students} all={seen.graded}>
          <Say text={causeName(code)} />
          <Examples rows={rows.filter(({ causes }) => causes.includes(code))} />
        </Rank>
      ))}
    </Ranking>
  );
}

/** How many tests and causes are shown; rarer ones are in the table of all students. */
const mostRanked = 8;
const mostExamples = 3;

function Examples({ rows }: { rows: readonly ClassRow[] }) {
  return (
    <small>
      {rows.slice(0, mostExamples).map(({ id, page }) => (
        <span key={id}>
          {" "}
          <a href={page}>{printable(id)}</a>
        </span>
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

interface RankProps {
  part: number;
  all: number;
  children: ComponentChildren;
}

function Rank({ part, all, children }: RankProps) {
  return (
    <li>
      <span class="count">
        <Say text={outOf(part, all)} />
      </span>
      <span class="about">{children}</span>
      <ShareBar part={part} all={all} />
    </li>
  );
}
