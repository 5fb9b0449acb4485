import type { Result, TestResult } from "../model/result.ts";
import type { Language, Text } from "../model/text.ts";
import { failureSentence } from "../texts/failures.ts";
import { flakyStatus } from "./flaky.ts";
import type { ManualMark } from "./grade-student.ts";
import { markQuestions } from "./mark-questions.ts";
import type { GradedTest, Rubric } from "./rubric.ts";
import { untold } from "./score.ts";
import { totals } from "./totals.ts";

/**
 * The same observations under a rubric that may have changed since: points, gates, extra credit and titles are the
 * rubric's, what was seen is the result's. A test that the rubric no longer has is gone. One that was never played,
 * for want of a gate that the rubric no longer asks for, is an `error`: only grading again can tell. Questions get the
 * marks given. Messages are in the language asked for, whatever they were written in.
 *
 * @param language of the messages. @default the one in which it was graded
 */
export function rescore(
  result: Result,
  rubric: Rubric,
  marks: readonly ManualMark[] = [],
  language: Language = result.language,
): Result {
  const seen = new Map(result.tests.map((test) => [test.id, test]));
  const scored = new Map<string, TestResult>();
  const known = rubric.tests.filter(({ id }) => seen.has(id));
  // Gates stand before the tests that need them only by custom.
  const score = (test: GradedTest): TestResult => {
    const done = scored.get(test.id) ?? scoreTest(test, gatesOf(test, known).map(score), seen, rubric);
    scored.set(test.id, done);
    return done;
  };
  const lacks = new Map(result.programs.map((program) => [program.role, program.lacks]));
  const tests = known.map(score).map((test) => inLanguage(test, language, lacks.get(test.program)));
  const { questions: _, ...rest } = result;
  const answered = markQuestions(rubric.questions, marks);
  return { ...rest, language, tests, ...answered, ...totals(tests, answered.questions) };
}

/** What the machine said of its own failure stays as it is: nobody translates it. */
function inLanguage(test: TestResult, language: Language, lacks: Text | undefined): TestResult {
  if (test.failure) return { ...test, message: failureSentence(test.failure, language) };
  return test.status === "error" && lacks ? { ...test, message: lacks[language] } : test;
}

function gatesOf({ needs }: GradedTest, tests: readonly GradedTest[]): GradedTest[] {
  return (needs ?? []).flatMap((id) => tests.find((test) => test.id === id) ?? []);
}

function scoreTest(
  test: GradedTest,
  gates: readonly TestResult[],
  seen: ReadonlyMap<string, TestResult>,
  rubric: Rubric,
): TestResult {
  const { skippedFor: _, ...before } = seen.get(test.id) as TestResult;
  const common = {
    ...before,
    title: test.title,
    why: test.why,
    maxPoints: test.points,
    optional: test.optional ?? false,
    visibility: test.visibility ?? ("visible" as const),
  };
  const unknown = gates.find(({ unplayable }) => unplayable);
  if (unknown?.unplayable) return { ...common, ...untold, status: "skipped", unplayable: unknown.unplayable };
  const closed = gates.find(({ status }) => status === "failed" || status === "skipped");
  const skippedFor = closed && (closed.skippedFor ?? closed.id);
  if (skippedFor) return { ...common, ...untold, status: "skipped", skippedFor };
  if (before.status === "skipped" && !before.unplayable) return { ...common, status: "error", points: 0 };
  const status = before.flaky ? flakyStatus(rubric.flaky, before.plays) : before.status;
  return { ...common, status, points: status === "passed" ? test.points : 0 };
}
