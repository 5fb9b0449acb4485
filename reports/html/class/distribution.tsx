import { reachedBy } from "../../../runner/texts/class-page.ts";
import { reportTexts } from "../../../runner/texts/reports.ts";
import type { Insight } from "../../support/insight.ts";
import { Picture } from "../chart/picture.tsx";
import { Say } from "../say.tsx";

/** The distribution of the class by per cent: a picture, and the same in words for readers who cannot see it. */
export function Distribution({ seen, picture }: { seen: Insight; picture: string }) {
  return (
    <section class="distribution">
      <h2 id="reached">
        <Say text={reportTexts.reached} />
      </h2>
      <Picture svg={picture} titledBy="reached" />
      <ul class="unseen">
        {seen.distribution.map((count, index) => (
          <li key={spanOf(index)}>
            <Say text={reachedBy(spanOf(index), count)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function spanOf(index: number): string {
  return index === 9 ? "90–100" : `${index * 10}–${index * 10 + 9}`;
}
