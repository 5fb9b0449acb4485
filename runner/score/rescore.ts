import type { Result, TestResult } from "../model/result.ts";
import type { Language, Text } from "../model/text.ts";
import { failureSentence } from "../texts/failures.ts";
import { flakyStatus } from "./flaky.ts";
import type { ManualMark } from "./grade-student.ts";
import { markQuestions } from "./mark-questions.ts";
import type { GradedTest, Rubric } from "./rubric.ts";
import { noMarks } from "./score.ts";
import { totals } from "./totals.ts";

/**
 * Scores the same observations by a rubric that may have changed since: points, gates, extra credit and titles come
 * from the rubric, observations from the result. A test that the rubric no longer has is dropped. A test that was
 * skipped for a gate that the rubric no longer has is an `error`: only grading again can decide it. Questions get the
 * given marks. Messages are translated into `language`.
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
  // A lab may list a gate after the tests that need it.
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

/** The machine's own error message is not translated. */
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
  if (unknown?.unplayable) return { ...common, ...noMarks, status: "skipped", unplayable: unknown.unplayable };
  const closed = gates.find(({ status }) => status === "failed" || status === "skipped");
  const skippedFor = closed && (closed.skippedFor ?? closed.id);
  if (skippedFor) return { ...common, ...noMarks, status: "skipped", skippedFor };
  if (before.status === "skipped" && !before.unplayable) return { ...common, status: "error", points: 0 };
  const status = before.flaky ? flakyStatus(rubric.flaky, before.plays) : before.status;
  return { ...common, status, points: status === "passed" ? test.points : 0 };
}
