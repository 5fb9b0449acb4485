/// <reference lib="dom" />

import { consoleTexts } from "../../runner/texts/console.ts";
import { printable } from "../../runner/texts/printable.ts";
import { uiTexts } from "../../runner/texts/ui.ts";
import { Say } from "../html/say.tsx";
import { pointsText, testPoints } from "../support/words/points.ts";
import { inBoth } from "../support/words/questions.ts";
import { testTitle } from "../support/words/test-words.ts";
import type { PlannedTest, RunSummary, RunView } from "./contract.ts";
import { stageOf, stageSigns, stageTexts } from "./stage.ts";

interface Shown {
  tests: readonly PlannedTest[];
  now: RunView | null;
  chosen: string | null;
  choose(id: string): void;
  /** The run to compare with. @default none */
  then?: RunSummary | null | undefined;
}

/** All tests, grouped by program, with their points and stages. Arrow keys move between them. */
export function TestTree({ tests, now, chosen, choose, then }: Shown) {
  const programs = [...new Set(tests.map(({ program }) => program))];
  return (
    <nav class="tree" aria-labelledby="tree-name" onKeyDown={(event) => step(event, tests, choose)}>
      <h2 id="tree-name">
        <Say text={uiTexts.tests} />
      </h2>
      {programs.map((program) => (
        <div key={program}>
          {programs.length > 1 && <h3>{printable(program)}</h3>}
          <ul>
            {tests
              .filter((test) => test.program === program)
              .map((test) => (
                <li key={test.id}>
                  <Entry {...{ test, now, then }} isChosen={test.id === chosen} choose={choose} />
                </li>
              ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

interface EntryProps extends Omit<Shown, "chosen" | "tests"> {
  test: PlannedTest;
  isChosen: boolean;
}

function Entry({ test, now, then, isChosen, choose }: EntryProps) {
  const stage = stageOf(test.id, now);
  const result = now?.tests[test.id];
  const before = then?.endings[test.id];
  const isChanged = before !== undefined && result !== undefined && before !== result.status;
  const isOld = stage === "waiting" && result !== undefined;
  return (
    <button
      type="button"
      id={`test-${test.id}`}
      class={`entry ${stage} ${isOld ? "old" : ""}`}
      aria-current={isChosen ? "true" : undefined}
      onClick={() => {
        choose(test.id);
        bringIntoSight();
      }}
    >
      <span class="sign" aria-hidden="true">
        {stageSigns[stage]}
      </span>
      <span class="title">
        <Say text={inBoth((language) => testTitle(test, language))} />
      </span>
      <span class="unseen">
        <Say text={stageTexts[stage]} />
      </span>
      <span class="points">
        {result ? (
          <Say text={inBoth((language) => testPoints(result, language))} />
        ) : (
          <Say text={inBoth((language) => pointsText(test.maxPoints, language))} />
        )}
      </span>
      {isChanged && (
        <span class="was">
          <Say text={consoleTexts[before]} /> →
        </span>
      )}
    </button>
  );
}

function step(event: KeyboardEvent, tests: readonly PlannedTest[], choose: (id: string) => void): void {
  const ways: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
  const way = ways[event.key];
  const at = tests.findIndex(({ id }) => `test-${id}` === document.activeElement?.id);
  const next = way === undefined || at === -1 ? undefined : tests[at + way];
  if (next === undefined) return;
  event.preventDefault();
  document.getElementById(`test-${next.id}`)?.focus();
  choose(next.id);
}

/** Scrolls to the beginning of the chosen test, which is below the list on a narrow screen. */
function bringIntoSight(): void {
  const main = document.getElementById("chosen");
  if (!main) return;
  main.scrollTop = 0;
  const { top } = main.getBoundingClientRect();
  if (top < 0 || top > innerHeight / 2) main.scrollIntoView();
}
