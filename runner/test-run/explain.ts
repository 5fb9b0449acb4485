import { explainFailure } from "../diagnose/explain-failure.ts";
import type { HandInFiles } from "../diagnose/support/hand-in-files.ts";
import { type SeenFailure, withProgramFacts } from "../model/failure.ts";
import type { Outcome } from "../model/outcome.ts";
import type { Test } from "../spec/lab.ts";
import type { StepFailure } from "../steps/step-context.ts";
import {
  blockedFacts,
  blockedPlaces,
  recordBlocked,
  recordLines,
  type SeenPlace,
  tellingPlace,
} from "./blocked-places.ts";
import { gatherEvidence, underTest } from "./gather-evidence.ts";
import { locatePlaces, locateWork } from "./locate-places.ts";
import { settle } from "./settle.ts";
import type { TestRun } from "./test-run.ts";
import type { TestSetup } from "./test-setup.ts";

/** A failure with the innermost step that failed, as the lab wrote it. */
export type PlayedFailure = StepFailure & { did?: string };

/** The failure of a test with all its facts, and the diagnosis that they prove. */
export async function explain(
  test: Test,
  failed: PlayedFailure & { step: number },
  run: TestRun,
  setup: Omit<TestSetup, "test">,
): Promise<Pick<Outcome, "failure" | "diagnosis">> {
  const { gaveUp, ...seen } = failed;
  const program = setup.programs.find((each) => each.role === setup.role);
  const places = blockedPlaces(gaveUp ?? (await settle(run, setup.role)), run);
  const wait = gaveUp && {
    // Other programs may still run after the program under test has ended.
    gaveUp: underTest(run, failed.who)?.exit() ? "gone" : gaveUp.why,
    waitedMs: Math.round(gaveUp.waitedMs),
    ...blockedFacts(tellingPlace(places, failed.who)),
  };
  const limit = underTest(run, failed.who)?.exit()?.limit;
  const waited: SeenFailure = withProgramFacts({ ...seen, did: seen.did ?? "" }, { ...(limit && { limit }), ...wait });
  const failure = ofUnasked(waited, run);
  if (program === undefined) return { failure, diagnosis: null };
  const recorded = recordBlocked(places, run);
  const evidence = gatherEvidence(test, failure, program, run);
  run.transcript.close();
  const { blocked, working } = await askWhere(run, evidence.files, places, failure);
  recordLines(blocked, recorded);
  const { diagnosis, location } = explainFailure({ ...evidence, blocked, working });
  return { failure: { ...failure, ...(location && { location }) }, diagnosis };
}

/** Adds to a failure that the peer which got nothing had sent nothing either: it did not wait for a reply. */
function ofUnasked(failure: SeenFailure, { peers }: TestRun): SeenFailure {
  if (failure.code !== "no-reply" || peers.get(failure.who ?? "")?.log.sent.length !== 0) return failure;
  return { ...failure, facts: { ...failure.facts, unasked: true } };
}

/** Asks the program's runtime, after all other evidence is gathered, where in the student's files it is stuck or busy. */
async function askWhere(run: TestRun, files: HandInFiles, places: readonly SeenPlace[], failure: SeenFailure) {
  const launched = underTest(run, failure.who);
  const isBusy = failure.code === "busy" || failure.facts?.gaveUp === "computes";
  if (launched === undefined || launched.exit() !== null) return { blocked: places, working: null };
  if (isBusy) return { blocked: places, working: await locateWork(launched, files) };
  return { blocked: await locatePlaces(launched, files, places, failure.who), working: null };
}
