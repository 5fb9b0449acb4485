import type { ComponentChildren } from "preact";
import type { Text } from "../../../runner/model/text.ts";
import { printable } from "../../../runner/texts/printable.ts";
import { outOf, reportTexts } from "../../../runner/texts/reports.ts";
import type { Insight } from "../../support/insight.ts";
import { codeName } from "../../support/words/cause-words.ts";
import { mostRanked } from "../chart/charts.ts";
import { Picture } from "../chart/picture.tsx";
import { Say } from "../say.tsx";
import type { ClassRow } from "./class-row.ts";

/** The tests that fewest passed; a bar for each shows how few. */
export function HardestTests({ seen, pictures }: { seen: Insight; pictures: readonly string[] }) {
  return (
    <Ranking title={reportTexts.hardest}>
      {seen.hardest.slice(0, mostRanked).map(({ test, passed, judged }, index) => (
        <Rank key={test.id} count={outOf(passed, judged)} picture={pictures[index]}>
          <Say text={test.title} />
        </Rank>
      ))}
    </Ranking>
  );
}

interface FrequentCausesProps {
  seen: Insight;
  rows: readonly ClassRow[];
  pictures: readonly string[];
}

/** The misconceptions that most students share, with the pages of a few of them. */
export function FrequentCauses({ seen, rows, pictures }: FrequentCausesProps) {
  return (
    <Ranking title={reportTexts.causes}>
      {seen.causes.slice(0, mostRanked).map(({ code, students }, index) => (
        <Rank key={code} count={outOf(students, seen.graded)} picture={pictures[index]}>
          <Say text={codeName(code)} />
          <Examples rows={rows.filter(({ causes }) => causes.includes(code))} />
        </Rank>
      ))}
    </Ranking>
  );
}

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

interface RankProps {
  count: Text;
  picture: string | undefined;
  children: ComponentChildren;
}

function Rank({ count, picture, children }: RankProps) {
  return (
    <li>
      <span class="count">
        <Say text={count} />
      </span>
      <span class="about">{children}</span>
      {picture !== undefined && <Picture class="share" svg={picture} />}
    </li>
  );
}
