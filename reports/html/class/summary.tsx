import type { Language } from "../../../runner/model/text.ts";
import { centre, handInCounts } from "../../../runner/texts/reports.ts";
import { pointsText } from "../../support/words/points.ts";
import { Say } from "../say.tsx";

interface Shown {
  graded: number;
  errors: number;
  missing: number;
  median: number | null;
  mean: number | null;
}

/** How many were graded, and the median and mean of the class. */
export function Summary({ median, mean, ...counts }: Shown) {
  const percent = (value: number, language: Language) => pointsText(Math.round(value * 10) / 10, language);
  const middle = (language: Language) => centre(percent(median ?? 0, language), percent(mean ?? 0, language))[language];
  return (
    <p class="summary">
      <Say text={handInCounts(counts)} />
      {median !== null && (
        <>
          {"; "}
          <Say text={{ en: middle("en"), id: middle("id") }} />
        </>
      )}
    </p>
  );
}
