import type { ComponentChildren } from "preact";
import type { TestResult } from "../../../runner/model/result.ts";
import type { Text } from "../../../runner/model/text.ts";
import { audienceTexts } from "../../../runner/texts/audience.ts";
import { flakyText, onceEach, skippedFor, studentPageTexts } from "../../../runner/texts/student-page.ts";
import { inBoth } from "../../support/words/questions.ts";
import { testMessage } from "../../support/words/test-words.ts";
import { Say } from "../say.tsx";
import { DiagnosisCard } from "./diagnosis.tsx";

interface Shown {
  test: TestResult;
  /** The name of its cause. @default the name in the result, or the code */
  name?: Text | undefined;
  /** A link to the test that explains the same cause. @default it is explained here */
  toldBefore?: ComponentChildren;
}

/** The cause of a failure in a sentence, or why there is none. */
export function Verdict({ test, name, toldBefore = null }: Shown) {
  const { diagnosis, status, unplayable, skippedFor: gate } = test;
  if (status === "error") return <Sentence text={audienceTexts.notYourFault} />;
  if (unplayable) return <Sentence text={unplayable} />;
  if (gate !== undefined) return <Sentence text={skippedFor(gate)} />;
  const message = inBoth((language) => testMessage(test, language));
  return (
    <>
      {toldBefore}
      {diagnosis && toldBefore === null && (
        <DiagnosisCard diagnosis={diagnosis} name={name ?? diagnosis.name ?? bare(diagnosis.code)} />
      )}
      {message.en !== "" && <Sentence text={message} />}
      {test.sharedLaunch && <Sentence text={studentPageTexts.sharedLaunch} />}
      {test.flaky && <Sentence text={flakyText(test.plays ?? onceEach)} />}
    </>
  );
}

function bare(code: string): Text {
  return { en: code, id: code };
}

function Sentence({ text }: { text: Text }) {
  return (
    <p class="sentence">
      <Say text={text} />
    </p>
  );
}
