import type { Result, TestResult } from "../../../runner/model/result.ts";
import type { Text } from "../../../runner/model/text.ts";
import { consoleTexts, sameCauseAs } from "../../../runner/texts/console.ts";
import { printable } from "../../../runner/texts/printable.ts";
import { causeName } from "../../support/words/cause-words.ts";
import { testPoints } from "../../support/words/points.ts";
import { inBoth } from "../../support/words/questions.ts";
import { endingOf, testTitle } from "../../support/words/test-words.ts";
import { Say } from "../say.tsx";
import { Comparison } from "./comparison.tsx";
import { Conversation } from "./conversation.tsx";
import { Excerpt } from "./excerpt.tsx";
import { Printed, WholeOutput } from "./printed.tsx";
import { signs } from "./signs.ts";
import { TryIt } from "./try-it.tsx";
import { Verdict } from "./verdict.tsx";
import { Why } from "./why.tsx";

/** A test of the list, and the earlier test that explains the same cause, if any. */
export interface ListedTest {
  test: TestResult;
  toldIn: TestResult | null;
}

/** One test: a line that opens; a failed test is open unless an earlier test explains the same cause. */
export function TestDetails({ test, toldIn, result }: ListedTest & { result: Result }) {
  const ending = endingOf(test);
  const name = test.diagnosis ? causeName(test.diagnosis) : undefined;
  return (
    <details class={`test ${ending}`} id={`test-${test.id}`} open={ending === "failed" && toldIn === null}>
      <summary>
        <span class="sign" aria-hidden="true">
          {signs[ending]}
        </span>
        <h3>
          <Say text={inBoth((language) => testTitle(test, language))} />
        </h3>
        <span class="unseen">
          <Say text={consoleTexts[ending]} />
        </span>
        <span class="points">
          <Say text={inBoth((language) => testPoints(test, language))} />
        </span>
      </summary>
      <div class="body">
        <Verdict test={test} name={name} toldBefore={name && toldIn ? <SameCause {...{ name, toldIn }} /> : null} />
        {test.failure?.location && toldIn === null && <Excerpt location={test.failure.location} />}
        {test.failure && <Comparison failure={test.failure} />}
        <Conversation test={test} roles={result.programs.map(({ role }) => role)} />
        {ending !== "passed" && <Printed test={test} programs={result.programs} />}
        <WholeOutput test={test} shown={ending !== "passed"} />
        {test.tryIt !== null && test.status === "failed" && <TryIt command={test.tryIt} />}
        <Why why={test.why} />
        <p class="test-id">
          <code>{printable(test.id)}</code>
        </p>
      </div>
    </details>
  );
}

/** The earlier test that explains the same cause. */
function SameCause({ name, toldIn }: { name: Text; toldIn: TestResult }) {
  return (
    <p class="same-cause">
      <a href={`#test-${toldIn.id}`}>
        <Say text={sameCauseAs(toldIn.id, name)} />
      </a>
    </p>
  );
}
