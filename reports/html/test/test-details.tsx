import type { Result, TestResult } from "../../../runner/model/result.ts";
import { audienceTexts } from "../../../runner/texts/audience.ts";
import { consoleTexts, sameCauseAs } from "../../../runner/texts/console.ts";
import { printable } from "../../../runner/texts/printable.ts";
import { flakyText, onceEach, skippedFor, studentPageTexts } from "../../../runner/texts/student-page.ts";
import { causeName } from "../../support/words/cause-words.ts";
import { testPoints } from "../../support/words/points.ts";
import { inBoth } from "../../support/words/questions.ts";
import { endingOf, testMessage, testTitle } from "../../support/words/test-words.ts";
import { Say } from "../say.tsx";
import { Comparison } from "./comparison.tsx";
import { Conversation } from "./conversation.tsx";
import { DiagnosisCard } from "./diagnosis.tsx";
import { Excerpt } from "./excerpt.tsx";
import { Printed, WholeOutput } from "./printed.tsx";
import { signs } from "./signs.ts";
import { TryIt } from "./try-it.tsx";
import { Why } from "./why.tsx";

/** A test of the list, with the test that has told the same cause before, if one has. */
export interface ListedTest {
  test: TestResult;
  toldIn: TestResult | null;
}

/** One test: a line that opens; what failed stands open unless an earlier test tells of the same cause. */
export function TestDetails({ test, toldIn, result }: ListedTest & { result: Result }) {
  const ending = endingOf(test);
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
        <Verdict test={test} toldIn={toldIn} />
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

function Verdict({ test, toldIn }: ListedTest) {
  if (test.status === "error") return <Sentence text={audienceTexts.notYourFault} />;
  if (test.unplayable) return <Sentence text={test.unplayable} />;
  if (test.skippedFor !== undefined) return <Sentence text={skippedFor(test.skippedFor)} />;
  const message = { en: testMessage(test, "en"), id: testMessage(test, "id") };
  return (
    <>
      {test.diagnosis && toldIn && (
        <p class="same-cause">
          <a href={`#test-${toldIn.id}`}>
            <Say text={sameCauseAs(toldIn.id, causeName(test.diagnosis))} />
          </a>
        </p>
      )}
      {test.diagnosis && toldIn === null && (
        <DiagnosisCard diagnosis={test.diagnosis} name={causeName(test.diagnosis)} />
      )}
      {message.en !== "" && <Sentence text={message} />}
      {test.sharedLaunch && <Sentence text={studentPageTexts.sharedLaunch} />}
      {test.flaky && <Sentence text={flakyText(test.plays ?? onceEach)} />}
    </>
  );
}

function Sentence({ text }: { text: { en: string; id: string } }) {
  return (
    <p class="sentence">
      <Say text={text} />
    </p>
  );
}
