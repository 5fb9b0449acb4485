import type { ClassError } from "../model/class-result.ts";
import type { Result } from "../model/result.ts";
import { rescore } from "../score/rescore.ts";
import type { Lab } from "../spec/lab.ts";
import { classTexts } from "../texts/class.ts";
import type { ClassRun } from "./class-run.ts";
import { termsDigest } from "./fingerprint.ts";
import type { Store } from "./store.ts";

/** The parts of a graded hand-in that marks are computed from. */
export interface Summary {
  tests: ReadonlyMap<string, number> | null;
  score: number | null;
  /** Points of the tests that could not be played, by id; they do not count. */
  unplayable: ReadonlyMap<string, number>;
  hasResult: boolean;
  error: ClassError | null;
}

/** Reads the results of these hand-ins one after another and keeps only a summary of each. */
export async function summarise(
  store: Store,
  run: ClassRun,
  rubric: Lab,
  keys: Iterable<string>,
): Promise<Map<string, Summary>> {
  const terms = termsDigest(run.terms);
  const found = new Map<string, Summary>();
  for (const key of keys) {
    const record = await store.readRecord(key);
    if (record === null) found.set(key, unread(await store.whyNoRecord(key)));
    else if (record.terms !== terms) found.set(key, notYet);
    else found.set(key, summaryOf(record.result && rescore(record.result, rubric), record.error));
  }
  return found;
}

/** The summary of a hand-in that was not graded under the terms of the run. */
export const notYet: Summary = {
  tests: null,
  score: null,
  unplayable: new Map(),
  hasResult: false,
  error: { kind: "grader", text: classTexts.notYet },
};

function unread(why: Awaited<ReturnType<Store["whyNoRecord"]>>): Summary {
  return why === "nothing-graded" ? notYet : { ...notYet, error: { kind: "grader", text: classTexts.unread[why] } };
}

/**
 * The parts of a result that marks are computed from; no points when a test is undecided, because the marks are not
 * certain then.
 */
export function earnedIn({
  tests,
}: Pick<Result, "tests">): Pick<Summary, "tests" | "unplayable"> & { unjudged: string[] } {
  const unjudged = tests.filter(({ status }) => status === "error").map(({ id }) => id);
  const unplayed = tests.filter(({ optional, unplayable }) => unplayable && !optional);
  return {
    unjudged,
    tests: unjudged.length > 0 ? null : new Map(tests.map(({ id, points }) => [id, points])),
    unplayable: new Map(unplayed.map(({ id, maxPoints }) => [id, maxPoints])),
  };
}

function summaryOf(result: Result | null, error: ClassError | null): Summary {
  const { unjudged, tests, unplayable } = result ? earnedIn(result) : noTests;
  const kept = error?.kind === "grader" && result !== null ? null : error;
  const lacking = result?.programs.find(({ lacks }) => lacks !== undefined)?.lacks;
  const text = lacking ?? classTexts.testsUnjudged(unjudged);
  const found = unjudged.length > 0 ? { kind: "grader" as const, text } : kept;
  return {
    tests,
    score: tests === null ? null : (result?.score ?? null),
    unplayable,
    hasResult: result !== null,
    error: found,
  };
}

const noTests: ReturnType<typeof earnedIn> = { unjudged: [], tests: null, unplayable: new Map() };
