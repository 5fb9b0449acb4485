import type { UnmatchedHandIn } from "../../runner/model/class-result.ts";
import type { Language, Text } from "../../runner/model/text.ts";
import { centre, handInCounts } from "../../runner/texts/reports.ts";
import type { Insight } from "../support/insight.ts";
import { pointsText } from "../support/words/points.ts";
import { chartsOf } from "./chart/charts.ts";
import { Attention } from "./class/attention.tsx";
import type { ClassRow } from "./class/class-row.ts";
import { Distribution } from "./class/distribution.tsx";
import { Filters } from "./class/filters.tsx";
import { FrequentCauses, HardestTests } from "./class/rankings.tsx";
import { StudentTable } from "./class/student-table.tsx";
import { htmlDocument } from "./document.tsx";
import { Say } from "./say.tsx";
import { classStyle } from "./style/class.ts";
import { Toolbar } from "./toolbar.tsx";

/** What the page of a class is made of. */
export interface ClassPageContents {
  title: Text;
  rows: readonly ClassRow[];
  seen: Insight;
  unmatched: readonly UnmatchedHandIn[];
}

/** A class at a glance: who needs attention, how it did, and a table of all tests of all students that leads to their pages. */
export async function classPage(contents: ClassPageContents, language: Language): Promise<string> {
  const { title, rows, seen, unmatched } = contents;
  const charts = await chartsOf(seen);
  return htmlDocument(
    { title: title[language], language, style: classStyle, script: "class" },
    <>
      <Toolbar />
      <header>
        <h1>
          <Say text={title} />
        </h1>
        <Summary seen={seen} />
      </header>
      <main>
        <Attention rows={rows} unmatched={unmatched} />
        <div class="overview">
          <Distribution seen={seen} picture={charts.distribution} />
          <HardestTests seen={seen} pictures={charts.hardest} />
          <FrequentCauses seen={seen} rows={rows} pictures={charts.causes} />
        </div>
        <Filters rows={rows} />
        <StudentTable rows={rows} />
      </main>
    </>,
  );
}

function Summary({ seen }: { seen: Insight }) {
  const counts = { graded: seen.graded, errors: seen.errors.length, missing: seen.missing.length };
  const percent = (value: number, language: Language) => pointsText(Math.round(value * 10) / 10, language);
  const middle = (language: Language) =>
    centre(percent(seen.median ?? 0, language), percent(seen.mean ?? 0, language))[language];
  return (
    <p class="summary">
      <Say text={handInCounts(counts)} />
      {seen.median !== null && (
        <>
          {"; "}
          <Say text={{ en: middle("en"), id: middle("id") }} />
        </>
      )}
    </p>
  );
}
