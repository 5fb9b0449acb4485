import type { Outcome } from "../model/outcome.ts";
import type { FoundProgram, TestResult } from "../model/result.ts";
import type { Language, Text } from "../model/text.ts";
import { failureSentence } from "../texts/failures.ts";
import { gradeTexts } from "../texts/grade.ts";
import { flakyStatus } from "./flaky.ts";
import { type GradedTest, programOf, type Rubric } from "./rubric.ts";
import { totals } from "./totals.ts";
import { tryIt } from "./try-it.ts";

/** How a test ended, before scoring: what was observed, or the gate that kept it from being played. */
export type Ending = Outcome | { skippedFor: string } | { gateError: string } | { unplayable: Text };

/** What a run observed that matters for marks and messages. */
export interface Observations {
  endings: ReadonlyMap<string, Ending>;
  programs: readonly FoundProgram[];
}

/** A graded list of tests. */
export interface Score {
  tests: TestResult[];
  score: number;
  maxScore: number;
}

/** Turns observations into marks: pure, so that a changed rubric never needs a new run. */
export function scoreTests(lab: Rubric, played: readonly GradedTest[], seen: Observations, language: Language): Score {
  const tests = played.map((test) => scoreTest(lab, test, seen, language));
  return { tests, ...totals(tests) };
}

function scoreTest(lab: Rubric, test: GradedTest, seen: Observations, language: Language): TestResult {
  const ending = seen.endings.get(test.id) ?? { gateError: test.id };
  const program = seen.programs.find(({ role }) => role === programOf(lab, test));
  const common = {
    id: test.id,
    program: programOf(lab, test),
    title: test.title,
    why: test.why,
    maxPoints: test.points,
    optional: test.optional ?? false,
    visibility: test.visibility ?? ("visible" as const),
  };
  if ("skippedFor" in ending) return { ...common, ...unplayed, status: "skipped", skippedFor: ending.skippedFor };
  if ("gateError" in ending) {
    const message = gradeTexts.gateError(ending.gateError)[language];
    return { ...common, ...unplayed, status: "error", message };
  }
  if (!("status" in ending)) return { ...common, ...unplayed, status: "skipped", unplayable: ending.unplayable };
  const status = ending.flaky ? flakyStatus(lab.flaky, ending.plays) : ending.status;
  return {
    ...common,
    status,
    points: status === "passed" ? test.points : 0,
    message: ending.failure ? failureSentence(ending.failure, language) : (program?.lacks?.[language] ?? ending.error),
    failure: ending.failure,
    diagnosis: ending.diagnosis,
    ...(ending.unplayable && { unplayable: ending.unplayable }),
    tryIt: ending.failure ? tryIt(test, program) : null,
    durationMs: Math.round(ending.durationMs * 10) / 10,
    transcript: ending.transcript,
    output: ending.output,
    ...(ending.sharedLaunch && { sharedLaunch: true }),
    ...(ending.flaky && { flaky: ending.flaky }),
    ...(ending.plays && { plays: ending.plays }),
  };
}

/** The marks and messages of a test that was not played: none. */
export const noMarks = { points: 0, message: null, failure: null, diagnosis: null } satisfies Partial<TestResult>;

const unplayed = {
  ...noMarks,
  tryIt: null,
  durationMs: 0,
  transcript: [],
  output: { stdout: "", stderr: "" },
} satisfies Partial<TestResult>;
