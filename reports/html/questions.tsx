import type { QuestionResult } from "../../runner/model/result.ts";
import { printable } from "../../runner/texts/printable.ts";
import { reportTexts } from "../../runner/texts/reports.ts";
import { studentPageTexts } from "../../runner/texts/student-page.ts";
import { inBoth, isPending, questionPoints } from "../support/words/questions.ts";
import { Say } from "./say.tsx";

/** The written questions with their marks and, for readers who may see it, the rubric. */
export function Questions({ questions }: { questions: readonly QuestionResult[] }) {
  if (questions.length === 0) return null;
  return (
    <section class="questions">
      <h2>
        <Say text={reportTexts.questions} />
      </h2>
      <ol>
        {questions.map((question) => (
          <li key={question.id} id={`question-${question.id}`}>
            <Say text={question.title} /> <strong>{<Points question={question} />}</strong>
            {question.text && (
              <p>
                <Say text={question.text} />
              </p>
            )}
            {question.comment !== undefined && <p class="note">{printable(question.comment)}</p>}
            {question.rubric && <Rubric rubric={question.rubric} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Points({ question }: { question: QuestionResult }) {
  const points = inBoth((language) => questionPoints(question, language));
  const pending = inBoth((language) => `${points[language]}, ${reportTexts.pending[language]}`);
  return <Say text={isPending(question) ? pending : points} />;
}

function Rubric({ rubric }: { rubric: NonNullable<QuestionResult["rubric"]> }) {
  return (
    <details>
      <summary>
        <Say text={studentPageTexts.rubric} />
      </summary>
      <ul>
        {rubric.map((part) => (
          <li key={part.en}>
            <Say text={part} />
          </li>
        ))}
      </ul>
    </details>
  );
}
