import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { TestResult } from "../../runner/model/result.ts";
import { printable } from "../../runner/texts/printable.ts";
import { uiTexts } from "../../runner/texts/ui.ts";
import { Say } from "../html/say.tsx";
import { Comparison } from "../html/test/comparison.tsx";
import { Printed } from "../html/test/printed.tsx";
import { TryIt } from "../html/test/try-it.tsx";
import { Verdict } from "../html/test/verdict.tsx";
import { Why } from "../html/test/why.tsx";
import { testPoints } from "../support/words/points.ts";
import { inBoth } from "../support/words/questions.ts";
import { testTitle } from "../support/words/test-words.ts";
import { clock } from "./clock.ts";
import type { PlannedTest, RunSummary, RunView } from "./contract.ts";
import { type Place, Source } from "./source.tsx";
import { stageOf, stageSigns, stageTexts } from "./stage.ts";
import { Timeline } from "./timeline.tsx";

interface Shown {
  test: PlannedTest;
  now: RunView | null;
  /** A run to compare with. @default none */
  past?: { run: RunSummary; view: RunView } | null;
  /** Actions for the test. */
  children?: ComponentChildren;
}

/** The chosen test: the cause, the conversation, the source next to it, the output, and how to reproduce it. */
export function TestView({ test, now, past = null, children }: Shown) {
  const stage = stageOf(test.id, now);
  const result = now?.tests[test.id];
  return (
    <article class={`chosen ${stage}`}>
      <header class="chosen-head">
        <h3>
          <span class="sign" aria-hidden="true">
            {stageSigns[stage]}
          </span>{" "}
          <Say text={inBoth((language) => testTitle(test, language))} />
        </h3>
        <p class="about">
          <Say text={stageTexts[stage]} />
          {result && stage !== "playing" && (
            <>
              {" · "}
              <Say text={inBoth((language) => testPoints(result, language))} />
            </>
          )}
          {" · "}
          <code>{printable(test.id)}</code>
        </p>
        {children}
      </header>
      {past && <Then test={test} run={past.run} view={past.view} />}
      {past && (
        <h4 class="when">
          <Say text={uiTexts.now} />
        </h4>
      )}
      {now && <Played test={test} view={now} />}
      <Why why={test.why} />
    </article>
  );
}

function Then({ test, run: { startedAt }, view }: { test: PlannedTest; run: RunSummary; view: RunView }) {
  return (
    <div class="then">
      <h4 class="when">
        <Say text={uiTexts.atThatTime} /> {clock(startedAt)}: <Say text={stageTexts[stageOf(test.id, view)]} />
      </h4>
      <Played test={test} view={view} />
    </div>
  );
}

/** A test in one run, so far. */
function Played({ test, view }: { test: PlannedTest; view: RunView }) {
  const [place, setPlace] = useState<Place | null>(null);
  const live = view.live[test.id];
  const result = live ? undefined : view.tests[test.id];
  if (!live && !result) return <NotYet view={view} />;
  const roles = view.programs.map(({ role }) => role);
  const played = live ? { program: test.program, failure: null, transcript: live.transcript } : result;
  return (
    <>
      {result && <Verdict test={result} />}
      <div class="happened">
        {played && (
          <Timeline
            key={live ? "live" : "done"}
            played={played}
            {...{ roles, isLive: live !== undefined, setPlace }}
            name={`${view.n}-${test.id}`}
          />
        )}
        <Source {...{ view, test, place, result }} />
      </div>
      {result?.failure && <Comparison failure={result.failure} />}
      {result && <After test={result} view={view} />}
    </>
  );
}

function After({ test, view }: { test: TestResult; view: RunView }) {
  return (
    <>
      {test.status !== "passed" && <Printed test={test} programs={view.programs} />}
      {test.tryIt !== null && test.status === "failed" && <TryIt command={test.tryIt} />}
    </>
  );
}

function NotYet({ view }: { view: RunView }) {
  if (view.problem) return null;
  return (
    <p class="notice">
      <Say text={uiTexts.notPlayedYet} />
    </p>
  );
}
