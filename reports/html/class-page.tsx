import type { UnmatchedHandIn } from "../../runner/model/class-result.ts";
import type { Language, Text } from "../../runner/model/text.ts";
import type { Insight } from "../support/insight.ts";
import { codeName } from "../support/words/cause-words.ts";
import { distributionChart } from "./chart/charts.ts";
import { Attention } from "./class/attention.tsx";
import type { ClassRow } from "./class/class-row.ts";
import { Distribution } from "./class/distribution.tsx";
import { Filters } from "./class/filters.tsx";
import { FrequentCauses, HardestTests } from "./class/rankings.tsx";
import { StudentTable } from "./class/student-table.tsx";
import { Summary } from "./class/summary.tsx";
import { htmlDocument } from "./document.tsx";
import { Say } from "./say.tsx";
import { classStyle } from "./style/class.ts";
import { Toolbar } from "./toolbar.tsx";

/** The contents of the page of a class. */
export interface ClassPageContents {
  title: Text;
  rows: readonly ClassRow[];
  seen: Insight;
  unmatched: readonly UnmatchedHandIn[];
}

/**
 * A class at a glance: who needs attention, the results, and a table of all tests of all students that links to their
 * pages.
 */
export async function classPage(contents: ClassPageContents, language: Language): Promise<string> {
  const { title, rows, seen, unmatched } = contents;
  const picture = await distributionChart(seen);
  return htmlDocument(
    { title: title[language], language, style: classStyle, script: "class" },
    <>
      <Toolbar />
      <header>
        <h1>
          <Say text={title} />
        </h1>
        <Summary {...seen} errors={seen.errors.length} missing={seen.missing.length} />
      </header>
      <main>
        <Attention rows={rows} unmatched={unmatched} />
        <div class="overview">
          <Distribution seen={seen} picture={picture} />
          <HardestTests seen={seen} />
          <FrequentCauses {...{ seen, rows }} causeName={codeName} />
        </div>
        <Filters rows={rows} causeName={codeName} />
        <StudentTable rows={rows} />
      </main>
    </>,
  );
}
