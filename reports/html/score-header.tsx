import type { Grade } from "../../runner/model/class-result.ts";
import type { Result, TestResult } from "../../runner/model/result.ts";
import type { Text } from "../../runner/model/text.ts";
import { provisional } from "../../runner/texts/console.ts";
import { printable } from "../../runner/texts/printable.ts";
import { studentPageTexts } from "../../runner/texts/student-page.ts";
import { endingCounts } from "../support/words/ending-counts.ts";
import { gradeSteps } from "../support/words/grade-steps.ts";
import { pointsText } from "../support/words/points.ts";
import { inBoth, marksOf } from "../support/words/questions.ts";
import { endingOf } from "../support/words/test-words.ts";
import { Say } from "./say.tsx";

interface Scored {
  result: Result;
  grade: Grade | null;
  name: string;
  /** Why there is no mark, although some tests have points. */
  blank: Text | null;
}

/** The student's name, the points, and how the tests ended: in numbers and as a strip with a piece for each test. */
export function ScoreHeader({ result, grade, name, blank }: Scored) {
  const { points, most, pending } = marksOf(result, grade);
  const outOfWords = pending > 0 ? studentPageTexts.outOfThe : studentPageTexts.outOf;
  return (
    <header class="score">
      <p class="lab">
        <Say text={result.lab.title} />
      </p>
      <h1>{printable(name)}</h1>
      {result.isolation.tier === "local" && (
        <p class="provisional">
          <Say text={provisional} />
        </p>
      )}
      {blank ? (
        <p class="points">
          <strong>–</strong> <Say text={blank} />
        </p>
      ) : (
        <p class="points">
          <strong>
            <Say text={inBoth((language) => pointsText(points, language))} />
          </strong>{" "}
          <Say text={outOfWords} /> <Say text={inBoth((language) => pointsText(most - pending, language))} />{" "}
          <Say text={pending > 0 ? studentPageTexts.gradedSoFar : studentPageTexts.points} />
        </p>
      )}
      {grade && grade.adjustments.length > 0 && <Steps grade={grade} />}
      {result.tests.length > 0 && <Strip tests={result.tests} />}
      <p class="counts">
        <Say text={inBoth((language) => endingCounts(result, language).join(", "))} />
      </p>
    </header>
  );
}

/** How the tests' points became the final ones. */
function Steps({ grade }: { grade: Grade }) {
  const inEnglish = gradeSteps(grade, "en");
  const inIndonesian = gradeSteps(grade, "id");
  return (
    <ul class="steps">
      {inEnglish.map((step, index) => (
        <li key={step}>
          <Say text={{ en: step, id: inIndonesian[index] ?? step }} />
        </li>
      ))}
    </ul>
  );
}

/** A piece for each test, as wide as its points. */
function Strip({ tests }: { tests: readonly TestResult[] }) {
  const weights = tests.map((test) => Math.max(test.maxPoints, leastWeight));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let x = 0;
  return (
    <svg class="strip" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
      {tests.map((test, index) => {
        const width = ((weights[index] ?? 0) / whole) * 1000;
        const left = x;
        x += width;
        return <rect key={test.id} class={endingOf(test)} x={left} y={0} width={Math.max(1, width - 3)} height={10} />;
      })}
    </svg>
  );
}

/** Makes a test without points visible. */
const leastWeight = 1;
