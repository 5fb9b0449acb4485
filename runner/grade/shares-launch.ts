import { programOf, programsOf } from "../score/rubric.ts";
import { everyStep, startsPlainly } from "../spec/every-step.ts";
import type { Lab, Test } from "../spec/lab.ts";

/**
 * Whether a test may be played on a launch that other tests use as well: it only talks to a server, does not signal it, and has no files,
 * `world` or limits of its own; the limit of its output is kept for each test. It may start the server in the usual way if it is a gate that
 * waits for no other: the tests behind it go on with its launch.
 */
export function sharesLaunch(lab: Lab, test: Test): boolean {
  const role = programOf(lab, test);
  // A test whose failure costs no points must not cause the other tests to be played again.
  const isOptional = test.optional === true;
  const isTalk =
    !isOptional &&
    test.files === undefined &&
    test.launch !== "fresh" &&
    Object.keys(test.limits ?? {}).every((limit) => limit === "output") &&
    lab.world === undefined;
  const talksToServerAlone = lab.programs[role]?.kind === "server" && programsOf(lab, test).length === 1;
  const isGate = (test.needs ?? []).length === 0;
  const talk = isGate && startsPlainly(test.steps, role) ? test.steps.slice(1) : test.steps;
  return isTalk && talksToServerAlone && everyStep(talk).every(({ step }) => step.onlyTalks);
}
