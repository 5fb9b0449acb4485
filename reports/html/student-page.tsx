import type { ClassError, Grade } from "../../runner/model/class-result.ts";
import type { Result } from "../../runner/model/result.ts";
import type { Language } from "../../runner/model/text.ts";
import { studentPageTexts } from "../../runner/texts/student-page.ts";
import { introduction } from "../support/words/introduction.ts";
import { Causes } from "./causes.tsx";
import { Conditions, Programs } from "./conditions.tsx";
import { htmlDocument } from "./document.tsx";
import { Questions } from "./questions.tsx";
import { Say } from "./say.tsx";
import { ScoreHeader } from "./score-header.tsx";
import { studentStyle } from "./style/student.ts";
import { TestList } from "./test/test-list.tsx";
import { Toolbar } from "./toolbar.tsx";

/** The contents of a page. */
export interface Graded {
  result: Result;
  /** Marks after lateness and the like. @default the result's own points */
  grade?: Grade | null;
  /** Why the class has no mark for the hand-in. @default there is one */
  error?: ClassError | null;
  /** Whose page it is. @default the hand-in's name */
  name?: string;
  /** Address of the class's page, for readers who may see it. */
  back?: string | undefined;
}

/**
 * One graded hand-in as a page: a single file in both languages, which shows the given one first. The result must
 * already be reduced to what its readers may see.
 */
export function studentPage(graded: Graded, language: Language): string {
  const { result, grade = null, error = null, name = result.submission.id, back } = graded;
  return htmlDocument(
    {
      title: `${name} · ${result.lab.title[language]}`,
      language,
      style: studentStyle,
      script: "student",
    },
    <>
      <a class="skip" href="#tests">
        <Say text={studentPageTexts.skip} />
      </a>
      <Toolbar back={back}>
        <button type="button" id="open-all" class="needs-script" aria-pressed="false">
          <span class="rest">
            <Say text={studentPageTexts.openAll} />
          </span>
          <span class="done" hidden>
            <Say text={studentPageTexts.closeAll} />
          </span>
        </button>
      </Toolbar>
      <ScoreHeader {...{ result, grade, name, blank: grade === null && error ? error.text : null }} />
      <main>
        <Causes tests={result.tests} />
        <Introduction {...result} />
        <Programs programs={result.programs} />
        <TestList result={result} />
        <Questions questions={result.questions ?? []} />
      </main>
      <Conditions result={result} />
      <p class="unseen" role="status" id="said" />
    </>,
  );
}

/** Explains who alice and bob are, before the first test that mentions them. */
function Introduction({ tests, programs }: Result) {
  const words = introduction(
    tests,
    programs.map(({ role }) => role),
  );
  return (
    words && (
      <p class="introduction">
        <Say text={words} />
      </p>
    )
  );
}
