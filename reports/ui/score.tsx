import { provisional } from "../../runner/texts/console.ts";
import { studentPageTexts } from "../../runner/texts/student-page.ts";
import { sinceThen, testsToGo, uiTexts } from "../../runner/texts/ui.ts";
import { Say } from "../html/say.tsx";
import { pointsText } from "../support/words/points.ts";
import { inBoth } from "../support/words/questions.ts";
import { clock } from "./clock.ts";
import type { RunSummary, State } from "./contract.ts";

/** The points, and the difference to an earlier run. */
export function Score({ state: { runs, now }, since }: { state: State; since: RunSummary | null }) {
  const latest = runs.at(-1);
  if (!latest || !now) return <Waiting />;
  const isPlaying = latest.state === "playing";
  const earlier = since ?? lastWithOthers(runs, latest);
  return (
    <>
      <p class="points">
        <strong>
          <Say text={inBoth((language) => pointsText(latest.points, language))} />
        </strong>{" "}
        <Say text={studentPageTexts.outOf} /> <Say text={inBoth((language) => pointsText(latest.most, language))} />{" "}
        <Say text={studentPageTexts.points} />
        {earlier && <Change from={earlier} to={latest} />}
      </p>
      <p class="going" role="status" data-run={latest.n} data-state={latest.state}>
        {isPlaying && <Say text={now.waiting.length > 0 ? testsToGo(now.waiting.length) : uiTexts.starting} />}
      </p>
      {now.isolation?.tier === "local" && (
        <p class="provisional">
          <Say text={provisional} />
        </p>
      )}
    </>
  );
}

function Waiting() {
  return (
    <p class="going" role="status">
      <Say text={uiTexts.starting} />
    </p>
  );
}

function Change({ from, to }: { from: RunSummary; to: RunSummary }) {
  const change = Math.round((to.points - from.points) * 100) / 100;
  if (change === 0) return null;
  const sign = change > 0 ? "+" : "−";
  const points = inBoth((language) => `${sign}${pointsText(Math.abs(change), language)}`);
  return (
    <span class={`change ${change > 0 ? "better" : "worse"}`}>
      <Say text={sinceThen(points, clock(from.startedAt))} />
    </span>
  );
}

/** The latest earlier run with different points. */
function lastWithOthers(runs: readonly RunSummary[], latest: RunSummary): RunSummary | null {
  const isOther = ({ n, state, points, most }: RunSummary) =>
    n !== latest.n && state === "done" && points !== latest.points && most === latest.most;
  return runs.findLast(isOther) ?? null;
}
