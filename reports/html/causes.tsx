import type { TestResult } from "../../runner/model/result.ts";
import type { Text } from "../../runner/model/text.ts";
import { diagnosisTexts } from "../../runner/texts/diagnoses.ts";
import { inTests, studentPageTexts } from "../../runner/texts/student-page.ts";
import { endingOf } from "../support/words/test-words.ts";
import { Say } from "./say.tsx";

/** What to mend, most costly first: each cause once, with a way to the test that tells of it. */
export function Causes({ tests }: { tests: readonly TestResult[] }) {
  const causes = causesOf(tests);
  if (causes.length === 0) return null;
  return (
    <section class="causes">
      <h2>
        <Say text={studentPageTexts.causes} />
      </h2>
      <ul>
        {causes.map(({ name, first, failed }) => (
          <li key={first.id}>
            <a href={`#test-${first.id}`}>
              <Say text={name} />
            </a>{" "}
            <small>
              <Say text={inTests(failed.length)} />
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Cause {
  name: Text;
  /** The first test that failed for it. */
  first: TestResult;
  failed: TestResult[];
}

/** Failed tests by their diagnosis; one without a diagnosis is a cause of its own. */
function causesOf(tests: readonly TestResult[]): Cause[] {
  const causes = new Map<string, Cause>();
  for (const test of tests.filter((each) => endingOf(each) === "failed")) {
    const key = `${test.program} ${test.diagnosis?.code ?? `test ${test.id}`}`;
    const name = test.diagnosis ? diagnosisTexts[test.diagnosis.code].name : test.title;
    const cause = causes.get(key) ?? { name, first: test, failed: [] };
    cause.failed.push(test);
    causes.set(key, cause);
  }
  return [...causes.values()].sort((a, b) => pointsLost(b) - pointsLost(a));
}

function pointsLost({ failed }: Cause): number {
  return failed.reduce((sum, { points, maxPoints }) => sum + maxPoints - points, 0);
}
