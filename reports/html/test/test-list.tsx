import type { Result, TestResult } from "../../../runner/model/result.ts";
import { printable } from "../../../runner/texts/printable.ts";
import { studentPageTexts } from "../../../runner/texts/student-page.ts";
import { causeKey } from "../../support/words/cause-words.ts";
import { endingOf } from "../../support/words/test-words.ts";
import { Say } from "../say.tsx";
import { type ListedTest, TestDetails } from "./test-details.tsx";

/** All tests in the lab's order, grouped by program. */
export function TestList({ result }: { result: Result }) {
  const listed = withToldCauses(result.tests);
  const programs = [...new Set(result.tests.map(({ program }) => program))];
  return (
    <div id="tests" tabIndex={-1}>
      {programs.map((program) => (
        <section key={program} class="tests">
          <h2>{programs.length > 1 ? printable(program) : <Say text={studentPageTexts.tests} />}</h2>
          {listed
            .filter(({ test }) => test.program === program)
            .map(({ test, toldIn }) => (
              <TestDetails key={test.id} test={test} toldIn={toldIn} result={result} />
            ))}
        </section>
      ))}
    </div>
  );
}

/** A cause is explained once, in the first test of the program that failed for it. */
function withToldCauses(tests: readonly TestResult[]): ListedTest[] {
  const told = new Map<string, TestResult>();
  return tests.map((test) => {
    const cause = causeKey(test);
    const toldIn = cause ? (told.get(cause) ?? null) : null;
    if (cause && !toldIn && endingOf(test) === "failed") told.set(cause, test);
    return { test, toldIn };
  });
}
