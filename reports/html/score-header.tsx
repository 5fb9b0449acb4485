import type { Grade } from "../../runner/class-result.ts";
import type { Result, TestResult } from "../../runner/result.ts";
import type { Language, Text } from "../../runner/text.ts";
import { consoleTexts } from "../../runner/texts/console.ts";
import { printable } from "../../runner/texts/printable.ts";
import { studentPageTexts } from "../../runner/texts/student-page.ts";
import { gradeSteps } from "../words/grade-steps.ts";
import { pointsText } from "../words/points.ts";
import { endingOf, endings } from "../words/test-words.ts";
import { Say } from "./say.tsx";

/** Whose page it is, the points, and how the tests ended: in numbers and as a strip with a piece for each test. */
export function ScoreHeader({ result, grade, name }: { result: Result; grade: Grade | null; name: string }) {
  const [score, most] = grade ? [grade.final, grade.maxScore] : [result.score, result.maxScore];
  const both = (words: (language: Language) => string): Text => ({ en: words("en"), id: words("id") });
  return (
    <header class="score">
      <p class="lab">
        <Say text={result.lab.title} />
      </p>
      <h1>{printable(name)}</h1>
      <p class="points">
        <strong>
          <Say text={both((language) => pointsText(score, language))} />
        </strong>{" "}
        <Say text={studentPageTexts.outOf} /> <Say text={both((language) => pointsText(most, language))} />{" "}
        <Say text={studentPageTexts.points} />
      </p>
      {grade && grade.adjustments.length > 0 && <Steps grade={grade} />}
      <Strip tests={result.tests} />
      <p class="counts">
        <Say text={both((language) => counts(result.tests, language))} />
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

function counts(tests: readonly TestResult[], language: Language): string {
  return endings
    .map((ending) => ({ ending, count: tests.filter((test) => endingOf(test) === ending).length }))
    .filter(({ count }) => count > 0)
    .map(({ ending, count }) => `${count} ${consoleTexts[ending][language]}`)
    .join(", ");
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

/** So that a test without points can be seen. */
const leastWeight = 1;
