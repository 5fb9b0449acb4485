import type { Result, TestResult } from "../model/result.ts";
import type { Complaint, ProvenProgram } from "../model/verification.ts";
import type { Expected } from "./expected.ts";

type Compared = Pick<ProvenProgram, "tests" | "complaints">;

/** Compares the results of a program with the expected ones; `expected` is null for a reference, `known` has the ids of the lab's tests. */
export function compare(
  { tests }: Pick<Result, "tests">,
  expected: Expected | null,
  known: ReadonlySet<string>,
): Compared {
  const judged = tests.map((test) => [test, complaintAbout(test, expected)] as const);
  const foreseen = [...Object.keys(expected?.fails ?? {}), ...(expected?.skips ?? [])];
  const unknown = foreseen.filter((id) => !known.has(id)).map((test) => ({ code: "unknown-test" as const, test }));
  return {
    tests: Object.fromEntries(
      judged.map(([{ id, status, diagnosis, unplayable }, complaint]) => [
        id,
        {
          ...{ status, expected: complaint === null },
          ...(diagnosis && { diagnosis: diagnosis.code }),
          ...(unplayable && { unplayable: unplayable.en }),
        },
      ]),
    ),
    complaints: [...judged.flatMap(([, complaint]) => complaint ?? []), ...unknown],
  };
}

function complaintAbout(test: TestResult, expected: Expected | null): Complaint | null {
  const { id, status, optional } = test;
  if (status === "error") return { code: "undecided", test: id, message: test.message ?? "" };
  // A test that this machine cannot play proves nothing.
  if (test.unplayable) return null;
  const wanted = expected?.fails[id];
  if (wanted !== undefined)
    return status === "failed" ? diagnosisComplaint(test, wanted) : { code: missed(status), test: id };
  if (expected?.skips.includes(id)) return status === "skipped" ? null : { code: "not-skipped", test: id };
  // Only references must pass tests for extra credit.
  if (status === "passed" || (optional && expected !== null)) return null;
  return { code: "false-alarm", test: id, message: test.message ?? "" };
}

function missed(status: TestResult["status"]): "missed" | "missed-by-skip" {
  return status === "skipped" ? "missed-by-skip" : "missed";
}

function diagnosisComplaint({ id, diagnosis }: TestResult, expected: Expected["fails"][string]): Complaint | null {
  const found = diagnosis?.code ?? null;
  return found === expected ? null : { code: "other-diagnosis", test: id, expected, found };
}
