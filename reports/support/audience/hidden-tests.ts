import type { Result, TestResult } from "../../../runner/model/result.ts";
import { audienceTexts } from "../../../runner/texts/audience.ts";

/** A result in which hidden tests have only a number, an ending and points. */
export function withoutHiddenTests<R extends Pick<Result, "seed" | "tests">>(result: R): R {
  const names = new Map(
    result.tests.flatMap(({ id, visibility }, index) =>
      visibility === "hidden" ? [[id, { id: `hidden-${index + 1}`, title: audienceTexts.hiddenTest(index + 1) }]] : [],
    ),
  );
  if (names.size === 0) return result;
  const tests = result.tests.map((test) => {
    const name = names.get(test.id);
    return withOpaqueGate(name ? { ...onlyItsPoints(test), ...name } : withoutMentions(test, names), names);
  });
  return { ...result, seed: null, tests };
}

type Names = ReadonlyMap<string, Pick<TestResult, "id" | "title">>;

function onlyItsPoints(test: TestResult): TestResult {
  return {
    ...test,
    why: audienceTexts.keptBack,
    message: null,
    failure: null,
    diagnosis: null,
    tryIt: null,
    durationMs: 0,
    transcript: [],
    ...(test.flaky && { flaky: [] }),
    output: { stdout: "", stderr: "" },
  };
}

function withOpaqueGate(test: TestResult, names: Names): TestResult {
  const gate = test.skippedFor === undefined ? undefined : names.get(test.skippedFor);
  return gate ? { ...test, skippedFor: gate.id } : test;
}

/** The message of an error may name a hidden test. */
function withoutMentions(test: TestResult, names: Names): TestResult {
  const isMentioned = test.status === "error" && [...names.keys()].some((id) => test.message?.includes(id));
  return isMentioned ? { ...test, message: null } : test;
}
