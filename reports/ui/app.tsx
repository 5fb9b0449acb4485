/// <reference lib="dom" />

import { useEffect, useState } from "preact/hooks";
import { printable } from "../../runner/texts/printable.ts";
import { uiTexts } from "../../runner/texts/ui.ts";
import { LanguageContext, useLanguage } from "../html/language.ts";
import { Say } from "../html/say.tsx";
import type { Connection } from "./connection.ts";
import type { RunSummary, State } from "./contract.ts";
import { run, useKept } from "./fetched.ts";
import { Runs } from "./runs.tsx";
import { Score } from "./score.tsx";
import { Task } from "./task.tsx";
import { TestTree } from "./test-tree.tsx";
import { TestView } from "./test-view.tsx";
import { TopBar } from "./top-bar.tsx";

/** The whole page: the tests at the left, the chosen test at the right. */
export function App({ state, connection }: { state: State; connection: Connection }) {
  const { lab, runs, now } = state;
  const [language, setLanguage] = useLanguage(state.language);
  const [chosen, choose] = useChosenTest(state);
  const [then, setThen] = useState<RunSummary | null>(null);
  const past = useKept(then?.n ?? null);
  const test = lab.tests.find(({ id }) => id === chosen);
  return (
    <LanguageContext.Provider value={language}>
      <a class="skip" href="#chosen">
        <Say text={uiTexts.skip} />
      </a>
      <TopBar {...{ state, connection, language, setLanguage }} />
      <div class="columns">
        <div class="sidebar">
          <header class="score">
            <p class="lab">
              <Say text={lab.title} />
            </p>
            <h1>{printable(state.handIn)}</h1>
            <Score state={state} since={then} />
          </header>
          <TestTree {...{ tests: lab.tests, now, chosen, choose, then }} />
          <Runs {...{ runs, then, setThen }} />
          <Task lab={lab} />
        </div>
        <main id="chosen" tabIndex={-1}>
          <h2 class="unseen">
            <Say text={uiTexts.chosenTest} />
          </h2>
          {now?.problem && <Problem problem={now.problem} />}
          {test ? (
            <TestView key={test.id} {...{ test, now, past: then && past ? { run: then, view: past } : null }}>
              <button type="button" class="needs-script" onClick={() => run({ tests: [test.id] })}>
                <Say text={uiTexts.runOne} />
              </button>
            </TestView>
          ) : (
            <p class="notice">
              <Say text={uiTexts.chooseTest} />
            </p>
          )}
        </main>
      </div>
    </LanguageContext.Provider>
  );
}

function Problem({ problem }: { problem: { en: string; id: string } }) {
  return (
    <p class="notice" role="alert">
      <Say text={problem} />
    </p>
  );
}

/** The test in the page's address, or the first that failed. */
function useChosenTest({ lab, now }: State): [string | null, (id: string) => void] {
  const [chosen, setChosen] = useState<string | null>(null);
  useEffect(() => {
    const read = () => setChosen(decodeURIComponent(location.hash.slice(1)) || null);
    read();
    addEventListener("hashchange", read);
    return () => removeEventListener("hashchange", read);
  }, []);
  const isKnown = lab.tests.some(({ id }) => id === chosen);
  const failed = lab.tests.find(({ id }) => now?.tests[id]?.status === "failed");
  const choose = (id: string) => {
    history.replaceState(null, "", `#${encodeURIComponent(id)}`);
    setChosen(id);
  };
  return [isKnown ? chosen : ((failed ?? lab.tests[0])?.id ?? null), choose];
}
