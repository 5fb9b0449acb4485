/// <reference lib="dom" />

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { deskTexts } from "../../../runner/texts/desk.ts";
import { printable } from "../../../runner/texts/printable.ts";
import { reportTexts } from "../../../runner/texts/reports.ts";
import { Questions } from "../../html/questions.tsx";
import { Say } from "../../html/say.tsx";
import { ScoreHeader } from "../../html/score-header.tsx";
import { studentLabel } from "../../support/words/student-label.ts";
import type { RunView } from "../contract.ts";
import { SourcesContext, useFetched } from "../fetched.ts";
import { TestTree } from "../test-tree.tsx";
import { TestView } from "../test-view.tsx";
import type { DeskRow, DeskState, DeskStudent } from "./contract.ts";
import { Files } from "./files.tsx";
import { Marks } from "./marks.tsx";
import { Note } from "./note.tsx";
import { go } from "./place.ts";
import { StudentHeader } from "./student-header.tsx";

interface Shown {
  state: DeskState;
  row: DeskRow;
  /** The test in the address. */
  test: string | null;
}

/**
 * One student: the points and how they were computed, the tests, marks and notes; next to them the chosen test and the
 * source.
 */
export function StudentScreen({ state, row, test }: Shown) {
  const { stem } = row;
  const version = useVersion(row);
  const student = useFetched<DeskStudent>(`student?id=${encodeURIComponent(stem)}&version=${version}`);
  const sources = useMemo(
    () => ({
      title: deskTexts.source,
      address: (n: number, file: string) =>
        `source?${new URLSearchParams({ student: stem, file, version: String(n) })}`,
    }),
    [stem],
  );
  const now = useMemo(() => student && viewOf(student, version), [student]);
  const shown = state.tests.filter((each) => now?.tests[each.id]);
  const chosen = shown.find((each) => each.id === test) ?? shown.find((each) => isFailed(now, each.id)) ?? shown[0];
  const [item, setItem] = useState("");
  const heading = useRef<HTMLElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <SourcesContext.Provider value={sources}>
      <div class="columns">
        <aside class="sidebar" ref={heading} tabIndex={-1} aria-label={printable(studentLabel(row))}>
          {student?.result ? (
            <ScoreHeader
              result={student.result}
              grade={student.grade}
              name={studentLabel(row)}
              blank={student.grade === null ? (student.error?.text ?? null) : null}
            />
          ) : (
            <StudentHeader row={row} />
          )}
          {student && (
            <Marks
              {...{ student, tests: state.tests, chosen: item, choose: setItem }}
              marksFile={state.marksFile}
              isReadOnly={state.isReadOnly}
            />
          )}
          {student && <Note student={student} isReadOnly={state.isReadOnly} />}
          {now && shown.length > 0 && (
            <TestTree {...{ tests: shown, now }} chosen={chosen?.id ?? null} choose={(each) => go(stem, each)} />
          )}
        </aside>
        <main id="chosen" tabIndex={-1}>
          {student?.error && (
            <p class="notice" role="alert">
              <Say text={student.error.text} />
            </p>
          )}
          {student && !student.submission && (
            <p class="notice">
              <Say text={reportTexts.nothingHandedIn} />
            </p>
          )}
          {chosen && now && (
            <>
              <h2 class="unseen">
                <Say text={deskTexts.tests} />
              </h2>
              <TestView key={chosen.id} test={chosen} now={now}>
                {!state.isReadOnly && (
                  <button type="button" class="needs-script" onClick={() => setItem(chosen.id)}>
                    <Say text={deskTexts.giveMark} />
                  </button>
                )}
              </TestView>
            </>
          )}
          {student?.result?.questions && <Questions questions={student.result.questions} />}
          {student?.submission && <Files student={stem} version={version} />}
        </main>
      </div>
    </SourcesContext.Provider>
  );
}

/** A number that changes whenever the row changes. */
function useVersion(row: DeskRow): number {
  const known = useRef({ row, version: firstVersion });
  if (known.current.row !== row) known.current = { row, version: known.current.version + 1 };
  return known.current.version;
}

const firstVersion = 1;

function isFailed(now: RunView | null, test: string): boolean {
  return now?.tests[test]?.status === "failed";
}

/** The result as a `RunView`, for the components of the self-check page. */
function viewOf({ result }: DeskStudent, n: number): RunView {
  const tests = Object.fromEntries((result?.tests ?? []).map((test) => [test.id, test]));
  const { programs = [], isolation = null } = result ?? {};
  return { n, programs, isolation, tests, waiting: [], live: {}, problem: null };
}
