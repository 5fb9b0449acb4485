import { programOf, programsOf } from "../score/rubric.ts";
import type { Lab, Test } from "../spec/lab.ts";

/**
 * Whether a test may be played on a launch that other tests use as well: it only talks to a server, and neither starts nor
 * signals nor measures it, nor asks for limits, files or a world of its own.
 */
export function sharesLaunch(lab: Lab, test: Test): boolean {
  const role = programOf(lab, test);
  // What costs nothing when it fails must not make the other tests be played again.
  const isOptional = test.optional === true;
  const isTalk =
    !isOptional &&
    test.files === undefined &&
    test.launch !== "fresh" &&
    test.limits === undefined &&
    lab.world === undefined;
  const talksToServerAlone = lab.programs[role]?.kind === "server" && programsOf(lab, test).length === 1;
  return isTalk && talksToServerAlone && onlyTalk(test.steps);
}

/** Steps of the peers alone. */
const talk = new Set(
  "connect send expect expect-answer expect-close expect-silence expect-replies expect-line expect-frame expect-json request expect-http rest read-slowly finish close reset wait disturb intrude repeat together steps".split(
    " ",
  ),
);

function onlyTalk(steps: readonly Record<string, unknown>[]): boolean {
  return steps.every((step) =>
    Object.entries(step).every(([word, args]) => {
      if (word === "says") return true;
      if (!talk.has(word)) return false;
      if (word === "together") return (args as Record<string, unknown>[][]).every(onlyTalk);
      return word !== "repeat" || onlyTalk((args as { steps: Record<string, unknown>[] }).steps);
    }),
  );
}
