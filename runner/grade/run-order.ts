import type { Outcome } from "../model/outcome.ts";
import type { GradedTest } from "../score/rubric.ts";
import type { Ending } from "../score/score.ts";
import { takesLong } from "../spec/every-step.ts";

/**
 * Plays tests as soon as their gates allow. Tests behind a failed gate are skipped, so that one fault costs only once.
 * Tests behind a gate that could not be played are not played either, because they could pass for the wrong reason: a
 * client that never found its server also "gives up in time".
 */
export async function runInOrder<T extends GradedTest>(
  tests: readonly T[],
  play: (test: T) => Promise<Ending>,
  ended: (test: T, ending: Ending) => void,
): Promise<Map<string, Ending>> {
  const endings = new Map<string, Promise<Ending>>();
  const byId = new Map(tests.map((test) => [test.id, test]));
  const endingOf = (test: T): Promise<Ending> => {
    const known = endings.get(test.id) ?? reach(test);
    endings.set(test.id, known);
    return known;
  };
  const reach = async (test: T): Promise<Ending> => {
    const gates = (test.needs ?? []).flatMap((id) => byId.get(id) ?? []);
    const opened = await Promise.all(gates.map(async (gate) => closedBy(gate.id, await endingOf(gate))));
    const ending = opened.find((closed) => closed !== null) ?? (await play(test));
    ended(test, ending);
    return ending;
  };
  const reached = await Promise.all(tests.map(async (test) => [test.id, await endingOf(test)] as const));
  return new Map(reached);
}

/** The tests with the long ones first: a worker that begins one of them last still plays it when the others have nothing left. */
export function longFirst<T extends GradedTest>(tests: readonly T[]): T[] {
  const [long, short] = [tests.filter(({ steps }) => takesLong(steps)), tests.filter(({ steps }) => !takesLong(steps))];
  return [...long, ...short];
}

/** Plays one test after another, and skips all tests after the first failure. */
export function inTurnUntilFailed<T extends GradedTest>(
  play: (test: T) => Promise<Outcome>,
): (test: T) => Promise<Ending> {
  let before: Promise<string | null> = Promise.resolve(null);
  return (test) => {
    const ending = before.then((failed): Ending | Promise<Ending> =>
      failed === null ? play(test) : { skippedFor: failed },
    );
    before = ending.then((each) => failedBy(test.id, each));
    return ending;
  };
}

function failedBy(test: string, ending: Ending): string | null {
  if ("skippedFor" in ending) return ending.skippedFor;
  return "status" in ending && ending.status === "failed" ? test : null;
}

function closedBy(gate: string, ending: Ending): Ending | null {
  if ("skippedFor" in ending) return { skippedFor: ending.skippedFor };
  if ("gateError" in ending) return { gateError: ending.gateError };
  if (!("status" in ending)) return ending;
  if (ending.status === "error") return { gateError: gate };
  if (ending.unplayable) return { unplayable: ending.unplayable };
  return ending.status === "failed" ? { skippedFor: gate } : null;
}
