import { programOf, programsOf } from "../score/rubric.ts";
import { everyStep } from "../spec/every-step.ts";
import type { Lab, Test } from "../spec/lab.ts";

/**
 * Whether a test may be played on a launch that other tests use as well: it only talks to a server, does not start,
 * signal or measure it, and has no limits, files or `world` of its own.
 */
export function sharesLaunch(lab: Lab, test: Test): boolean {
  const role = programOf(lab, test);
  // A test whose failure costs no points must not cause the other tests to be played again.
  const isOptional = test.optional === true;
  const isTalk =
    !isOptional &&
    test.files === undefined &&
    test.launch !== "fresh" &&
    test.limits === undefined &&
    lab.world === undefined;
  const talksToServerAlone = lab.programs[role]?.kind === "server" && programsOf(lab, test).length === 1;
  return isTalk && talksToServerAlone && everyStep(test.steps).every(({ step }) => step.onlyTalks);
}
