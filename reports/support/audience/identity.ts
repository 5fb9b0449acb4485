import type { Result, TestResult } from "../../../runner/model/result.ts";
import { generalDiagnosis } from "../words/cause-words.ts";

/** A result without anything that its author wrote or chose, and without names: only the lab's texts and the marks. */
export function withoutIdentity(result: Result): Result {
  const { why: _, ...isolation } = result.isolation;
  return {
    ...result,
    submission: { id: "hand-in", sha256: "" },
    programs: [],
    seed: null,
    isolation,
    tests: result.tests.map(withoutTraces),
  };
}

function withoutTraces(test: TestResult): TestResult {
  return {
    ...test,
    message: null,
    failure: null,
    diagnosis: test.diagnosis && generalDiagnosis(test.diagnosis),
    tryIt: null,
    transcript: [],
    ...(test.flaky && { flaky: [] }),
    output: { stdout: "", stderr: "" },
  };
}
