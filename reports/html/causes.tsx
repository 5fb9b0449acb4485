import type { TestResult } from "../../runner/model/result.ts";
import { gain } from "../../runner/texts/console.ts";
import { printable } from "../../runner/texts/printable.ts";
import { inTests, studentPageTexts } from "../../runner/texts/student-page.ts";
import { pointsText } from "../support/words/points.ts";
import { inBoth } from "../support/words/questions.ts";
import { rankedCauses } from "../support/words/ranked-causes.ts";
import { Say } from "./say.tsx";

/** What to fix, most points first: each cause once, with a link to the test that explains it. */
export function Causes({ tests }: { tests: readonly TestResult[] }) {
  const causes = rankedCauses(tests);
  if (causes.length === 0) return null;
  return (
    <section class="causes">
      <h2>
        <Say text={studentPageTexts.causes} />
      </h2>
      <ul>
        {causes.map(({ name, location, first, failed, points }) => (
          <li key={first.id}>
            <Say text={inBoth((language) => gain(pointsText(points, language), points)[language])} />{" "}
            <a href={`#test-${first.id}`}>
              <Say text={name} />
            </a>{" "}
            <small>
              {location && <code>{printable(`${location.file}:${location.line}`)}</code>} <Say text={inTests(failed)} />
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
