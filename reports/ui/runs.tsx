import { studentPageTexts } from "../../runner/texts/student-page.ts";
import { uiTexts } from "../../runner/texts/ui.ts";
import { Say } from "../html/say.tsx";
import { pointsText } from "../support/words/points.ts";
import { inBoth } from "../support/words/questions.ts";
import { clock } from "./clock.ts";
import type { RunSummary } from "./contract.ts";

interface Shown {
  runs: readonly RunSummary[];
  then: RunSummary | null;
  setThen(run: RunSummary | null): void;
}

/** The last runs, latest last: a bar as high as the points. Choosing one shows the results of that run. */
export function Runs({ runs, then, setThen }: Shown) {
  const done = runs.filter(({ state }) => state === "done");
  if (done.length < 2) return null;
  return (
    <section class="runs" aria-labelledby="runs-name">
      <h2 id="runs-name">
        <Say text={uiTexts.runs} />
      </h2>
      <ol>
        {done.map((run, index) => (
          <li key={run.n}>
            <button
              type="button"
              aria-pressed={then?.n === run.n}
              disabled={index === done.length - 1}
              onClick={() => setThen(then?.n === run.n ? null : run)}
            >
              <Bar run={run} />
              <span class="earned-points">
                <Say text={points(run)} />
                <span class="unseen">
                  {" "}
                  <Say text={studentPageTexts.points} />
                </span>
              </span>
              <span class="time">{clock(run.startedAt)}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

function points({ points }: RunSummary) {
  return inBoth((language) => pointsText(points, language));
}

function Bar({ run: { points, most } }: { run: RunSummary }) {
  const height = most > 0 ? Math.max(1, (points / most) * barHeight) : 1;
  return (
    <svg class="bar-of-run" viewBox={`0 0 8 ${barHeight}`} width={16} height={barHeight} aria-hidden="true">
      <rect class="whole" x={0} y={0} width={8} height={barHeight} />
      <rect class="earned" x={0} y={barHeight - height} width={8} height={height} />
    </svg>
  );
}

const barHeight = 36;
