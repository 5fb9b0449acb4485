import { ArenaLack } from "../arena/lack.ts";
import type { Outcome } from "../model/outcome.ts";
import type { Test } from "../spec/lab.ts";
import { Unplayable, type WhyUnplayable } from "../steps/support/unplayable.ts";
import { tell } from "../texts/tell.ts";
import { unplayableTexts } from "../texts/unplayable.ts";
import { brokenOwnProgram } from "./broken-own-program.ts";
import { explain, type PlayedFailure } from "./explain.ts";
import { keepOutput } from "./keep-output.ts";
import { refusedFolder } from "./refused-folder.ts";
import type { TestRun } from "./test-run.ts";
import type { TestSetup } from "./test-setup.ts";

/** The result of playing steps, and why. */
export type Verdict = Pick<
  Outcome,
  "status" | "failure" | "diagnosis" | "undecided" | "computesOn" | "error" | "unplayable"
>;

/**
 * Plays steps and judges the result. Nothing is thrown: what goes wrong on the grader's side becomes a verdict with status `error`.
 */
export async function verdictOf(
  play: () => Promise<(PlayedFailure & { step: number }) | null>,
  test: Test,
  run: TestRun,
  setup: Omit<TestSetup, "test">,
): Promise<Verdict> {
  const passed = { status: "passed", failure: null, diagnosis: null, error: null } as const;
  try {
    const failed = await play();
    const broken = failed && (await brokenOwnProgram(failed, run, setup));
    if (broken !== null) return { ...passed, status: "error", error: broken };
    if (failed === null) return passed;
    const refused = refusedFolder(run.launched.values(), run.closedFolders);
    if (refused !== null) return { ...passed, status: "error", error: refused };
    const undecided = failed.gaveUp?.why === "undecided";
    if (undecided)
      return { ...passed, status: "error", undecided, error: "the machine was too busy to let the program answer" };
    if (setup.explains === false)
      return { ...passed, status: "failed", ...(failed.gaveUp?.why === "computes" && { computesOn: true }) };
    return { ...passed, status: "failed", ...(await explain(test, failed, run, setup)) };
  } catch (fault) {
    if (fault instanceof Unplayable) return unplayable(fault.why);
    if (fault instanceof ArenaLack) return unplayable({ code: fault.lack });
    return { ...passed, status: "error", error: fault instanceof Error ? fault.message : String(fault) };
  }
}

function unplayable(why: WhyUnplayable): Verdict {
  const sentence = tell(unplayableTexts, why.code, why);
  return { status: "skipped", failure: null, diagnosis: null, error: null, unplayable: sentence };
}

/** The verdict with all that was seen. */
export function toOutcome(test: Test, verdict: Verdict, run: TestRun, startMs: number): Outcome {
  return {
    test: test.id,
    ...verdict,
    durationMs: performance.now() - startMs,
    transcript: run.transcript.events,
    output: keepOutput(run.launched.get(run.role)),
  };
}
