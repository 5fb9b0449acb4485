import type { TestResult } from "../../runner/model/result.ts";
import { audienceTexts } from "../../runner/texts/audience.ts";
import { flakyText, onceEach, skippedFor, studentPageTexts } from "../../runner/texts/student-page.ts";
import { Say } from "../html/say.tsx";
import { DiagnosisCard } from "../html/test/diagnosis.tsx";
import { inBoth } from "../support/words/questions.ts";
import { testMessage } from "../support/words/test-words.ts";

/** The cause of a failure in a sentence, or why there is nothing to say. */
export function Verdict({ test }: { test: TestResult }) {
  const { diagnosis, status, unplayable, skippedFor: gate } = test;
  if (status === "error") return <Sentence text={audienceTexts.notYourFault} />;
  if (unplayable) return <Sentence text={unplayable} />;
  if (gate !== undefined) return <Sentence text={skippedFor(gate)} />;
  const message = inBoth((language) => testMessage(test, language));
  return (
    <>
      {diagnosis && <DiagnosisCard diagnosis={diagnosis} name={diagnosis.name ?? bare(diagnosis.code)} />}
      {message.en !== "" && <Sentence text={message} />}
      {test.sharedLaunch && <Sentence text={studentPageTexts.sharedLaunch} />}
      {test.flaky && <Sentence text={flakyText(test.plays ?? onceEach)} />}
    </>
  );
}

function bare(code: string) {
  return { en: code, id: code };
}

function Sentence({ text }: { text: { en: string; id: string } }) {
  return (
    <p class="sentence">
      <Say text={text} />
    </p>
  );
}
