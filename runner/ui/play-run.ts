import type { Message, RunSummary, RunView, State } from "../../reports/ui/contract.ts";
import { failedFirst } from "../grade/failed-first.ts";
import { gradeHandIn } from "../grade/grade.ts";
import type { FoundProgram, Result, TestResult } from "../model/result.ts";
import { unclearText } from "../prepare/prepare-programs.ts";
import { scoreTests } from "../score/score.ts";
import { totals } from "../score/totals.ts";
import type { Pool } from "../worker/pool.ts";
import type { SelfCheckSetup } from "./self-check-setup.ts";
import type { ShownTests } from "./shown-tests.ts";
import { filesOf } from "./sources.ts";

/** What to do in a run. */
export interface RunPlan {
  n: number;
  reason: RunSummary["reason"];
  seed: number;
  /** Tests to play, with their gates. @default all */
  only: readonly string[] | undefined;
  /** Tests that failed last time, which are played first. */
  failedBefore: readonly string[];
}

/** What a run works with. */
interface RunWork {
  plan: RunPlan;
  setup: SelfCheckSetup;
  shown: ShownTests;
  pool: Pool;
  signal: AbortSignal;
  state(): State;
  tell(message: Message): void;
  keepFile(file: string, read: (file: string) => string): void;
  /** Called once the programs are among the kept files. */
  filesKept(): void;
}

/** Grades the hand-in once and publishes everything as it happens. */
export async function playRun(work: RunWork): Promise<void> {
  const { plan, setup, shown, pool, tell, keepFile } = work;
  const { lab, path, ...grading } = setup;
  let programs: readonly FoundProgram[] = [];
  let read: (file: string) => string = () => "";
  tell({ type: "run-began", run: summary(work, "playing") });
  const result = await gradeHandIn(failedFirst(lab, plan.failedBefore), path, {
    ...{ ...grading, seed: plan.seed, pool },
    ...(plan.only && { only: plan.only }),
    onStart(tests, { found, handIn }) {
      programs = found;
      read = handIn.read;
      for (const { file } of found) if (file !== null) keepFile(file, read);
      work.filesKept();
      tell({ type: "found", programs: [...found], tests: tests.map(({ id }) => shown.idOf(id)) });
    },
    onTestStart: ({ id }) => tell({ type: "test-began", test: shown.idOf(id) }),
    onSeen(test, play, { beganAtMs, events }) {
      if (!shown.isHidden(test)) tell({ type: "seen", test, play, beganAtMs, events });
    },
    onTestEnd(test, ending) {
      const seen = { endings: new Map([[test.id, ending]]), programs };
      for (const scored of shown.show(scoreTests(lab, [test], seen, grading.language).tests)) {
        for (const file of filesOf(scored)) keepFile(file, read);
        const after = withTest(work.state(), scored);
        tell({ type: "test-ended", test: scored, run: summary({ ...work, state: () => after }, "playing") });
      }
    },
  });
  if (work.signal.aborted) return;
  if ("tests" in result) tellResult(work, result);
  else {
    const view: RunView = { ...nothingPlayed, n: plan.n, problem: unclearText(result) };
    tell({ type: "run-ended", run: { ...summary(work, "unclear"), points: 0, endings: {} }, view });
  }
}

/** In a run of selected tests the others keep their last result. */
function tellResult(work: RunWork, { tests, programs, isolation }: Result): void {
  const { plan, shown, tell } = work;
  const before = plan.only ? (work.state().now?.tests ?? {}) : {};
  const played = Object.fromEntries(shown.show(tests).map((test) => [test.id, test]));
  const view: RunView = { ...nothingPlayed, n: plan.n, programs, isolation, tests: { ...before, ...played } };
  const after = { ...work.state(), now: view };
  tell({ type: "run-ended", run: summary({ ...work, state: () => after }, "done"), view });
}

/** The view of a run that has just begun. */
export const nothingPlayed = {
  ...{ programs: [], isolation: null, tests: {}, waiting: [], live: {}, problem: null },
} satisfies Omit<RunView, "n">;

function withTest(state: State, test: TestResult): State {
  return state.now ? { ...state, now: { ...state.now, tests: { ...state.now.tests, [test.id]: test } } } : state;
}

function summary({ plan, state, shown }: RunWork, how: RunSummary["state"]): RunSummary {
  const { runs, now, lab } = state();
  const tests = Object.values(now?.tests ?? {});
  const { score, maxScore } = totals(tests);
  const toCome = lab.tests.filter(({ id, optional }) => !optional && now?.waiting.includes(id) && !now.tests[id]);
  return {
    n: plan.n,
    reason: plan.reason,
    startedAt: runs.find(({ n }) => n === plan.n)?.startedAt ?? new Date().toISOString(),
    seed: shown.hasHidden ? null : plan.seed,
    state: how,
    points: score,
    most: maxScore + toCome.reduce((sum, { maxPoints }) => sum + maxPoints, 0),
    endings: Object.fromEntries(tests.map(({ id, status }) => [id, status])),
  };
}
