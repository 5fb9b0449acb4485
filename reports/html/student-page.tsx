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

/** What a page is made of. */
export interface Graded {
  result: Result;
  /** Marks after lateness and the like. @default the result's own points */
  grade?: Grade | null;
  /** Why there is no mark, where a class has none for the hand-in. @default there is one */
  error?: ClassError | null;
  /** Whose page it is. @default the hand-in's name */
  name?: string;
  /** Where the page of the class is, for those who may see it. */
  back?: string | undefined;
}

/**
 * One graded hand-in as a page of its own: a single file that needs no other, in both languages, of which it
 * shows the given one first. Give it the result as its readers may see it.
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

/** Who alice and bob are, before the first test that tells of them. */
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
